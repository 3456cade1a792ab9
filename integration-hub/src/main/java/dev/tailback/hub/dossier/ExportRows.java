package dev.tailback.hub.dossier;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

/** The SQL that hands out everything about one golden record, row by row as JSON, in pages. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ExportRows extends GenericRepository<GoldenRow, UUID> {

    @Query("""
            select cast(to_jsonb(row) as text) from (
                select id, entity, created_at, merged_into, erased_at from golden
                where id = :golden or merged_into = :golden) as row
            order by row.id limit :limit offset :skip
            """)
    List<String> goldenRecords(UUID golden, int limit, long skip);

    @Query("""
            select cast(to_jsonb(row) as text) from (
                select distinct on (attribute) attribute, value, rule, rules_version, decided_at from decision
                where golden_id = :golden order by attribute, id desc) as row
            order by row.attribute limit :limit offset :skip
            """)
    List<String> agreedValues(UUID golden, int limit, long skip);

    @Query("""
            select cast(to_jsonb(row) as text) from (
                select id, crm, object, record_id, standing, merged_into, erased_at from source_record
                where golden_id = :golden) as row
            order by row.id limit :limit offset :skip
            """)
    List<String> records(UUID golden, int limit, long skip);

    @Query("""
            select cast(to_jsonb(row) as text) from (
                select crm, record_id, field, value, ours, pending, refused_by from held_value
                    join source_record on source_record.id = source_id
                where golden_id = :golden) as row
            order by row.crm, row.record_id, row.field limit :limit offset :skip
            """)
    List<String> heldValues(UUID golden, int limit, long skip);

    @Query("""
            select cast(to_jsonb(row) as text) from (
                select crm, record_id, attribute, value, is_emptied, earliest, latest, told from fact
                    join source_record on source_record.id = source_id
                where golden_id = :golden) as row
            order by row.crm, row.record_id, row.attribute limit :limit offset :skip
            """)
    List<String> facts(UUID golden, int limit, long skip);

    @Query("""
            select cast(to_jsonb(row) as text) from (
                select observation.id, crm, record_id, kind, origin, field_values, value_times, changed_at, seen_at,
                    what_became
                from observation join source_record on source_record.id = source_id
                where golden_id = :golden) as row
            order by row.id limit :limit offset :skip
            """)
    List<String> observations(UUID golden, int limit, long skip);

    @Query("""
            select cast(to_jsonb(row) as text) from (
                select id, attribute, value, rule, rules_version, candidates, is_conflict, decided_at from decision
                where golden_id = :golden) as row
            order by row.id limit :limit offset :skip
            """)
    List<String> decisions(UUID golden, int limit, long skip);

    @Query("""
            select cast(to_jsonb(row) as text) from (
                select crm, record_id, intent.version, field_values, state, attempts, code, reason, planned_at
                from intent join source_record on source_record.id = source_id
                where intent.golden_id = :golden) as row
            order by row.crm, row.record_id limit :limit offset :skip
            """)
    List<String> intents(UUID golden, int limit, long skip);

    @Query("""
            select cast(to_jsonb(row) as text) from (
                select outcome.id, crm, record_id, outcome.version, kind, outcome.code, outcome.reason, at
                from outcome join intent on intent.id = intent_id join source_record on source_record.id = source_id
                where intent.golden_id = :golden) as row
            order by row.id limit :limit offset :skip
            """)
    List<String> outcomes(UUID golden, int limit, long skip);

    @Query("""
            select cast(to_jsonb(row) as text) from (
                select crm, object, version, field_values, sent, state, attempts, code, reason, planned_at from creation
                where golden_id in (select same_as(:golden))) as row
            order by row.crm, row.object, row.planned_at limit :limit offset :skip
            """)
    List<String> creations(UUID golden, int limit, long skip);

    @Query("""
            select cast(to_jsonb(row) as text) from (
                select cross_reference.id, crm, record_id, since, until, reason
                from cross_reference join source_record on source_record.id = source_id
                where cross_reference.golden_id = :golden) as row
            order by row.id limit :limit offset :skip
            """)
    List<String> standings(UUID golden, int limit, long skip);

    @Query("""
            select cast(to_jsonb(row) as text) from (
                select steward_word.id, first_source, second_source, is_same, who, note, at from steward_word
                where first_source in (select id from source_record where golden_id = :golden)
                    or second_source in (select id from source_record where golden_id = :golden)) as row
            order by row.id limit :limit offset :skip
            """)
    List<String> wordsOfStewards(UUID golden, int limit, long skip);

    @Query("""
            select cast(to_jsonb(row) as text) from (
                select id, what, about, who, note, at from act
                where goldens @> array[cast(:golden as uuid)]) as row
            order by row.id limit :limit offset :skip
            """)
    List<String> acts(UUID golden, int limit, long skip);
}
