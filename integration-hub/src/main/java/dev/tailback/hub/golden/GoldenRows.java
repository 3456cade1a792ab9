package dev.tailback.hub.golden;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The SQL of golden records. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface GoldenRows extends GenericRepository<Golden, UUID> {

    @Query("""
        insert into golden (id, entity, created_at, due_at)
        select id, :entity, now(), now() from unnest(cast(:ids as uuid[])) as one (id)
        """)
    void append(String[] ids, String entity);

    /** Those that no other hub is considering now, the longest waiting first. */
    @Query("""
        select id, entity, created_at, anew from golden where due_at <= now() and erased_at is null
        order by due_at limit :limit for update skip locked
        """)
    List<Golden> lockDue(int limit);

    /** After an id, in the order of ids: those that count. */
    @Query("""
        select id, entity, created_at, anew from golden
        where entity = :entity and id > :after and merged_into is null and erased_at is null
        order by id limit :limit
        """)
    List<Golden> page(String entity, UUID after, int limit);

    @Query("select id, entity, created_at, anew from golden where id = :id and merged_into is null")
    Optional<Golden> find(UUID id);

    @Query("select count(*) from (select pg_advisory_xact_lock(7410300, hashtext(:entity))) as locked")
    long alone(String entity);

    /** By id, so that two transactions never wait for each other. */
    @Query("select id from golden where id = any(cast(:ids as uuid[])) order by id for update")
    List<UUID> lock(String[] ids);

    @Query("update golden set due_at = null, anew = false where id = any(cast(:ids as uuid[]))")
    void considered(String[] ids);

    @Query("update golden set due_at = now() where id = any(cast(:ids as uuid[])) and erased_at is null")
    void due(String[] ids);

    @Query("update golden set due_at = now(), anew = true where id = :id and erased_at is null")
    void dueAnew(UUID id);

    @Query("""
        update golden set due_at = least(coalesce(due_at, now()), now())
        where id in (select golden_id from source_record where crm = :crm and object = :object)
        """)
    void dueOf(String crm, String object);

    /** Those for which the records stand now; by id, so that two transactions never wait for each other. */
    @Query("""
        select id from golden
        where id in (select golden_id from source_record where id = any(cast(:sources as bigint[])))
        order by id for update
        """)
    List<UUID> lockOf(String[] sources);

    @Query("""
        select distinct golden_id from observation join source_record on source_record.id = source_id
        where golden_id = any(cast(:goldens as uuid[])) and absorbed_at is null
        """)
    List<UUID> toBeHeard(String[] goldens);
}
