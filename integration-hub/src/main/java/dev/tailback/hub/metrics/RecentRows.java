package dev.tailback.hub.metrics;

import dev.tailback.hub.golden.Golden;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

/** What happened in the last 5 minutes. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface RecentRows extends GenericRepository<Golden, UUID> {

    /** By CRM and what became of them. */
    @Query("""
            select crm as first, lower(outcome.kind) as second, count(*) as figure
            from outcome join intent on intent.id = intent_id join source_record on source_record.id = source_id
            where at > now() - interval '5 minutes' group by 1, 2 limit 200
            """)
    List<Figure> writes();

    /** Changes that a CRM told and in which nobody said anything: mostly our own writes. */
    @Query("""
            select crm as first, '' as second, count(*) as figure
            from observation join source_record on source_record.id = source_id
            where seen_at > now() - interval '5 minutes' and origin = 'CHANGES'
                and what_became like '0 fields by people%' group by crm limit 200
            """)
    List<Figure> echoes();

    /** Decisions over values that differed, by the rule in words. */
    @Query("""
            select left(rule, 100) as first, '' as second, count(*) as figure
            from decision where decided_at > now() - interval '5 minutes' and is_conflict
            group by 1 order by 3 desc limit 50
            """)
    List<Figure> conflicts();

    /** In seconds, from the change in a CRM, by its clock, to what was made of it here; by CRM and quantile. */
    @Query("""
            select crm as first, quantile as second, percentile_cont(cast(quantile as float)) within group
                (order by greatest(0, extract(epoch from absorbed_at - changed_at))) as figure
            from observation join source_record on source_record.id = source_id,
                (values ('0.5'), ('0.99')) as asked (quantile)
            where seen_at > now() - interval '5 minutes' and absorbed_at is not null and origin = 'CHANGES'
                and seen_after is not null
            group by crm, quantile limit 200
            """)
    List<Figure> decidedWithin();

    /** In seconds, from when it was wanted to when the CRM held it; by CRM and quantile. */
    @Query("""
            select crm as first, quantile as second, percentile_cont(cast(quantile as float)) within group
                (order by extract(epoch from at - planned_at)) as figure
            from outcome join intent on intent.id = intent_id and intent.version = outcome.version
                join source_record on source_record.id = source_id,
                (values ('0.5'), ('0.99')) as asked (quantile)
            where at > now() - interval '5 minutes' and outcome.kind = 'ACCEPTED'
            group by crm, quantile limit 200
            """)
    List<Figure> heldWithin();
}
