package dev.tailback.hub.metrics;

import dev.tailback.hub.golden.Golden;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

/** What waits and what stands now. Each list has 200 rows at most, since CRMs choose their codes. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface FigureRows extends GenericRepository<Golden, UUID> {

    /** By step of the way. */
    @Query("""
            select 'observed' as first, '' as second, count(*) as figure from observation where absorbed_at is null
            union all select 'unmatched', '', count(*) from source_record
                where golden_id is null and standing = 'PRESENT'
            union all select 'due', '', count(*) from golden where due_at <= now()
            union all select 'creation', '', count(*) from creation
                where state = 'OPEN' and creation_waits(creation, '{}') is distinct from 'STEWARD'
            union all select 'steward', '', count(*) from match_candidate where state = 'OPEN'
            union all select 'question', '', count(*) from open_question
            """)
    List<Figure> waiting();

    /** Intents that a CRM does not hold yet, by CRM. */
    @Query("""
            select crm as first, '' as second, count(*) as figure
            from intent join source_record on source_record.id = source_id where state = 'OPEN' group by crm limit 200
            """)
    List<Figure> writesWaiting();

    /** In seconds, of the oldest that a CRM does not hold yet. */
    @Query("""
            select crm as first, '' as second,
                extract(epoch from clock_timestamp() - min(planned_at)) as figure
            from intent join source_record on source_record.id = source_id where state = 'OPEN' group by crm limit 200
            """)
    List<Figure> oldestWrite();

    /** Records that a CRM will not let hold what is agreed, by CRM and code. */
    @Query("""
            select crm as first, left(code, 60) as second, count(*) as figure
            from refused_write group by 1, 2 order by 3 desc limit 200
            """)
    List<Figure> refused();

    /** In seconds since the last answer to the question for changes, by CRM and object. */
    @Query("""
            select crm as first, object as second, extract(epoch from clock_timestamp() - asked_at) as figure
            from change_cursor order by 1, 2 limit 200
            """)
    List<Figure> readAge();

    @Query("select crm as first, '' as second, count(*) as figure from field_stop group by crm limit 200")
    List<Figure> stopped();
}
