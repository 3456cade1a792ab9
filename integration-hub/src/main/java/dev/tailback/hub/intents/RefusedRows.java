package dev.tailback.hub.intents;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

/** The SQL of what was refused. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface RefusedRows extends GenericRepository<RefusedIntent, UUID> {

    @Query("""
            select crm, code, count(*) as records from refused_write
            group by crm, code order by count(*) desc, crm, code limit :limit
            """)
    List<RefusedGroup> groups(int limit);

    @Query("""
            select id, golden_id, crm, object, record_id, code, reason from refused_write
            where crm = :crm and code = :code and id > :after order by id limit :limit
            """)
    List<RefusedIntent> of(String crm, String code, UUID after, int limit);

    @Query("""
            select intent.id, intent.golden_id, crm, object, record_id, coalesce(code, '') as code,
                coalesce(reason, '') as reason
            from intent join source_record on source_record.id = source_id
            where intent.id = any(cast(:ids as uuid[])) and state = 'REFUSED'
            order by intent.id for update of intent
            """)
    List<RefusedIntent> lock(String[] ids);

    /** The same, of records that were to be created. */
    @Query("""
            select id, golden_id, crm, object, '' as record_id, coalesce(code, '') as code, coalesce(reason, '') as reason
            from creation where id = any(cast(:ids as uuid[])) and state = 'REFUSED' order by id for update
            """)
    List<RefusedIntent> lockCreations(String[] ids);

    /** A new version: what is tried again begins anew. */
    @Query("""
            update intent set state = 'OPEN', attempts = 0, due_at = now(), version = version + 1,
                planned_at = clock_timestamp()
            where id = :id and state = 'REFUSED'
            """)
    void open(UUID id);

    @Query("""
            update creation set state = 'OPEN', attempts = 0, due_at = now(), version = version + 1,
                planned_at = clock_timestamp()
            where id = :id and state = 'REFUSED'
            """)
    void openCreation(UUID id);

    /** Locked before their intents and by id, as everywhere, so that nobody waits in a circle. */
    @Query("""
            select id from golden
            where id in (select golden_id from refused_write where id = any(cast(:intents as uuid[])))
            order by id for update
            """)
    List<UUID> lockGoldens(String[] intents);

    /** They are decided again as well: what was refused may not be wanted any more. */
    @Query("""
            update golden set due_at = least(coalesce(due_at, now()), now())
            where erased_at is null
                and id in (select golden_id from refused_write where id = any(cast(:intents as uuid[])))
            """)
    void considerGoldens(String[] intents);
}
