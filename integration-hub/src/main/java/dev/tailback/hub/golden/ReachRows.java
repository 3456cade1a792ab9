package dev.tailback.hub.golden;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The SQL of what a switch reaches. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ReachRows extends GenericRepository<ReachRow, Long> {

    @Query("""
            insert into switch_reach (switch_id, entities, crm, objects)
            values (:id, cast(:entities as jsonb), :crm, cast(:objects as jsonb))
            """)
    void begin(long id, String entities, String crm, String objects);

    /** One that no other hub is moving now. A mapping's waits until its objects were read from their beginning. */
    @Query("""
            select switch_id, cast(entities as text) as entities, crm, cast(objects as text) as objects, after_id
            from switch_reach
            where done_at is null and not exists (
                select from change_cursor where change_cursor.crm = switch_reach.crm and rereading)
            order by switch_id limit 1 for update skip locked
            """)
    Optional<ReachRow> lockOpen();

    @Query("""
            select id from golden
            where id > :after and merged_into is null and erased_at is null
                and (entity = any(cast(:ofEntities as text[]))
                    or exists (select from source_record where golden_id = golden.id and crm = :crm
                        and object = any(cast(:inObjects as text[]))))
            order by id limit :limit
            """)
    List<UUID> next(UUID after, String[] ofEntities, String crm, String[] inObjects, int limit);

    /** Waits for a hub that is deciding one of them by the version before: then it is decided again. */
    @Query("select id from golden where id = any(cast(:ids as uuid[])) order by id for update")
    List<UUID> lock(String[] ids);

    @Query("update golden set due_at = least(coalesce(due_at, now()), now()) where id = any(cast(:ids as uuid[]))")
    void due(String[] ids);

    @Query("update switch_reach set after_id = :after, reached = reached + :reached where switch_id = :id")
    void moved(long id, @Nullable UUID after, long reached);

    @Query("update switch_reach set done_at = clock_timestamp() where switch_id = :id")
    void done(long id);
}
