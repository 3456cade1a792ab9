package dev.tailback.hub.meeting;

import dev.tailback.hub.records.KnownRecord;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** The SQL of the keys by which likely partners are found. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface KeyRows extends GenericRepository<KnownRecord, Long> {

    /** @param keys of each source that are to stay */
    @Query("""
            delete from match_key
            where source_id = any(cast(:sources as bigint[])) and (source_id, key) not in (
                select source_id, key from json_to_recordset(cast(:keys as json)) as kept (source_id bigint, key text))
            """)
    void forgetOthers(String[] sources, String keys);

    /** In one order, so that two transactions never wait for each other. */
    @Query("""
            insert into match_key (source_id, key)
            select source_id, key from json_to_recordset(cast(:keys as json)) as kept (source_id bigint, key text)
            order by source_id, key
            on conflict do nothing
            """)
    void keep(String keys);

    /** How many records have each key, beside these; counted to the size of a block. */
    @Query("""
            select key, (
                select count(*) from (
                    select from match_key as same
                    where same.key = asked.key and same.source_id <> all(cast(:sources as bigint[])) limit :block)
                    as counted) as holders
            from unnest(cast(:keys as text[])) as asked (key)
            """)
    List<KeyHolders> holders(String[] keys, String[] sources, int block);

    /** For each place those with the most shared keys first. @param keys that are followed, by the place of who asks */
    @Query("""
            select place, golden_id, shared from (
                select place, golden_id, count(*) as shared,
                    row_number() over (partition by place order by count(*) desc, golden_id) as rank
                from json_to_recordset(cast(:keys as json)) as asked (place integer, key text)
                    join match_key on match_key.key = asked.key
                    join source_record on source_record.id = match_key.source_id
                where entity = :entity and standing = 'PRESENT' and erased_at is null and golden_id is not null
                group by place, golden_id) as ranked
            where rank <= :most order by place, rank
            """)
    List<SharedKeys> sharing(String keys, String entity, int most);
}
