package dev.tailback.hub.meeting;

import dev.tailback.hub.records.KnownRecord;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

/** The SQL of the keys by which likely partners are found. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface KeyRows extends GenericRepository<KnownRecord, Long> {

    @Query("delete from match_key where source_id = :source and key <> all(cast(:keys as text[]))")
    void forgetOthers(long source, String[] keys);

    @Query("""
            insert into match_key (source_id, key) select :source, key from unnest(cast(:keys as text[])) as key
            on conflict do nothing
            """)
    void keep(long source, String[] keys);

    /** Those with the most shared keys first. A key that very many records have is not followed. */
    @Query("""
            select golden_id from match_key join source_record on source_record.id = source_id
            where key = any(cast(:keys as text[])) and entity = :entity and standing = 'PRESENT' and erased_at is null
                and golden_id is not null and source_id <> :source
                and (select count(*) from (select from match_key as same where same.key = match_key.key limit :block)
                     as counted) < :block
            group by golden_id order by count(*) desc, golden_id limit :most
            """)
    List<UUID> sharing(long source, String entity, String[] keys, int block, int most);
}
