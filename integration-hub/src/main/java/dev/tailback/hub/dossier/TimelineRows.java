package dev.tailback.hub.dossier;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The SQL of a timeline. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface TimelineRows extends GenericRepository<Moment, Long> {

    /** Of a record that left, only what was told until then. */
    @Query("""
            with stood as (
                select source_id, max(coalesce(until, 'infinity')) as until from cross_reference
                where golden_id = :golden group by source_id),
            happened as (
                select seen_at as at, 'OBSERVED' as happening, 1 as place, observation.id as number, crm, record_id,
                    observation.kind as what, coalesce(what_became, '') as words, '' as who
                from observation join stood on stood.source_id = observation.source_id and seen_at <= stood.until
                    join source_record on source_record.id = observation.source_id
                union all
                select since, 'JOINED', 2, cross_reference.id, crm, record_id, '', reason, ''
                from cross_reference join source_record on source_record.id = source_id
                where cross_reference.golden_id = :golden
                union all
                select until, 'LEFT', 3, cross_reference.id, crm, record_id, '', '', ''
                from cross_reference join source_record on source_record.id = source_id
                where cross_reference.golden_id = :golden and until is not null
                union all
                select found_at, 'ASKED', 4, match_candidate.id, crm, record_id, state, ground, coalesce(who, '')
                from match_candidate join source_record on source_record.id = source_id
                where match_candidate.golden_id = :golden
                union all
                select decided_at, 'DECIDED', 5, id, '', '', attribute, value, ''
                from decision where golden_id = :golden
                union all
                select planned_at, 'PLANNED', 6, source_record.id, crm, record_id, state,
                    (select string_agg(field, ', ' order by field) from jsonb_object_keys(field_values) as field), ''
                from intent join source_record on source_record.id = source_id
                where intent.golden_id = :golden and field_values <> '{}'
                union all
                select outcome.at, 'WRITTEN', 7, outcome.id, crm, record_id, outcome.kind,
                    concat_ws(': ', outcome.code, outcome.reason), ''
                from outcome join intent on intent.id = intent_id join source_record on source_record.id = source_id
                where intent.golden_id = :golden
                union all
                select creation_outcome.at, 'CREATED', 11, creation_outcome.id, crm, '', kind,
                    coalesce(creation_outcome.code, ''), ''
                from creation_outcome join creation on creation.id = creation_id
                where creation.golden_id in (select same_as(:golden))
                union all
                select at, 'MERGED', 8, id, '', '',
                    case when kept_id = :golden then cast(lost_id as text) else cast(kept_id as text) end, note, who
                from golden_merge where kept_id = :golden or lost_id = :golden
                union all
                select undone_at, 'UNMERGED', 9, id, '', '',
                    case when kept_id = :golden then cast(lost_id as text) else cast(kept_id as text) end, '',
                    undone_by
                from golden_merge where (kept_id = :golden or lost_id = :golden) and undone_at is not null
                union all
                select at, 'ACTED', 10, id, '', '', what, note, who
                from act where goldens @> array[cast(:golden as uuid)])
            select at, happening, place, number, crm, record_id, what, coalesce(words, '') as words, who
            from happened where (at, place, number) < (cast(:at as timestamptz), :place, :number)
            order by at desc, place desc, number desc limit :limit
            """)
    List<Moment> before(UUID golden, Instant at, long place, long number, int limit);
}
