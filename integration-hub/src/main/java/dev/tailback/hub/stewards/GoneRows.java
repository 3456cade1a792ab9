package dev.tailback.hub.stewards;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** The SQL of records that are gone, until a steward says to leave them so. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface GoneRows extends GenericRepository<GoneRecord, Long> {

    @Query("""
            select id, crm, object, record_id, entity, golden_id, gone_at,
                cast((select coalesce(jsonb_agg(distinct other.crm order by other.crm), '[]') from source_record other
                    where other.golden_id = gone.golden_id and other.standing = 'PRESENT'
                        and other.erased_at is null) as text) as held_in
            from source_record gone
            where standing = 'GONE' and gone_left_at is null and erased_at is null and golden_id is not null
            order by gone_at, id limit :limit
            """)
    List<GoneRecord> open(int limit);

    @Query("""
            select id, crm, object, record_id, entity, golden_id, gone_at, '[]' as held_in
            from source_record
            where id = :id and standing = 'GONE' and gone_left_at is null and erased_at is null
                and golden_id is not null
            for update
            """)
    Optional<GoneRecord> lock(long id);

    @Query("update source_record set gone_left_at = now() where id = :id")
    void leave(long id);
}
