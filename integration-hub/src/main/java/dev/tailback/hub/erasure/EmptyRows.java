package dev.tailback.hub.erasure;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.UUID;

/**
 * Every statement that takes a value away, of the records of golden records that are marked as erased. Each answers how
 * many rows it changed. The triggers let pass exactly these.
 */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface EmptyRows extends GenericRepository<Erasure, UUID> {

    @Query("""
            update observation set absorbed_at = now(), what_became = 'erased'
            where absorbed_at is null
                and source_id in (select id from source_record where golden_id = any(cast(:goldens as uuid[])))
            """)
    void endObservations(String[] goldens);

    @Query("""
            update observation set field_values = '{}', value_times = '{}', version = null
            where source_id in (select id from source_record where golden_id = any(cast(:goldens as uuid[])))
            """)
    long observations(String[] goldens);

    @Query("""
            delete from fact
            where source_id in (select id from source_record where golden_id = any(cast(:goldens as uuid[])))
            """)
    long facts(String[] goldens);

    @Query("""
            delete from held_value
            where source_id in (select id from source_record where golden_id = any(cast(:goldens as uuid[])))
            """)
    long heldValues(String[] goldens);

    @Query("""
            delete from match_key
            where source_id in (select id from source_record where golden_id = any(cast(:goldens as uuid[])))
            """)
    long matchKeys(String[] goldens);

    @Query("""
            delete from record_words
            where source_id in (select id from source_record where golden_id = any(cast(:goldens as uuid[])))
            """)
    long words(String[] goldens);

    @Query("""
            update decision set value = '', candidates = without_values(candidates, true)
            where golden_id = any(cast(:goldens as uuid[])) and (value <> '' or candidates <> '[]')
            """)
    long decisions(String[] goldens);

    /** What the erased records said goes, and a value that no other record said. */
    @Query("""
            update decision set candidates = emptied.candidates,
                value = case when exists (select from jsonb_array_elements(emptied.candidates) as one (candidate)
                                          where candidate ->> 'value' = decision.value)
                        then decision.value else '' end
            from (select id, without_values(candidates, false) as candidates from decision
                  where golden_id = :golden) as emptied
            where decision.id = emptied.id and decision.candidates <> emptied.candidates
            """)
    long decisionsOfOther(UUID golden);

    /** A new version: an answer that is still on its way changes nothing any more. */
    @Query("""
            update intent set field_values = '{}', code = null, reason = null, state = 'HELD', version = version + 1
            where golden_id = any(cast(:goldens as uuid[]))
                or source_id in (select id from source_record where golden_id = any(cast(:goldens as uuid[])))
            """)
    long intents(String[] goldens);

    /** What may be on its way is erased there as well, as soon as its CRM tells of it. */
    @Query("""
            update creation set field_values = '{}', sent = '[]', code = null, reason = null, version = version + 1,
                state = case when state = 'CREATED' then state
                    when sent_until is not null then 'ERASED' else 'UNWANTED' end
            where golden_id = any(cast(:goldens as uuid[]))
            """)
    long creations(String[] goldens);

    /** It is planned anew. */
    @Query("""
            update creation set field_values = '{}', sent = '[]', code = null, reason = null, version = version + 1,
                state = 'UNWANTED'
            where golden_id in (select same_as(:golden)) and state in ('OPEN', 'REFUSED', 'UNWANTED')
            """)
    void creationsOfOther(UUID golden);

    @Query("""
            update outcome set reason = null
            where reason is not null and intent_id in (
                select id from intent where golden_id = any(cast(:goldens as uuid[]))
                    or source_id in (select id from source_record where golden_id = any(cast(:goldens as uuid[]))))
            """)
    long outcomes(String[] goldens);

    /** What was observed and not considered yet is not: the record is read again. */
    @Query("""
            update observation set absorbed_at = now(),
                what_became = 'was one with an erased person; the record is read alone'
            where absorbed_at is null and was_with_erased(source_id, seen_at)
                and source_id in (select id from source_record where golden_id = :golden)
            """)
    void endObservationsOfOther(UUID golden);

    @Query("""
            update source_record set reread = true
            where golden_id = :golden and was_with_erased(id, now())
            """)
    void rereadOther(UUID golden);

    /** What we had written into its records came back as an observation. */
    @Query("""
            update observation set field_values = '{}', value_times = '{}', version = null
            where was_with_erased(source_id, seen_at)
                and source_id in (select id from source_record where golden_id = :golden)
            """)
    long observationsOfOther(UUID golden);

    @Query("""
            update outcome set reason = null
            where reason is not null and intent_id in (
                select intent.id from intent join source_record on source_record.id = source_id
                where source_record.golden_id = :golden and was_with_erased(source_id, outcome.at))
            """)
    void outcomesOfOther(UUID golden);

    /** It is planned anew. */
    @Query("""
            update intent set field_values = '{}', code = null, reason = null, state = 'HELD', version = version + 1
            where source_id in (
                select id from source_record where golden_id = :golden and was_with_erased(id, now()))
            """)
    void intentsOfOther(UUID golden);

    @Query("""
            update match_candidate set evidence = '{}', ground = '',
                state = case when state = 'OPEN' then 'ERASED' else state end
            where golden_id = any(cast(:goldens as uuid[]))
                or source_id in (select id from source_record where golden_id = any(cast(:goldens as uuid[])))
            """)
    long candidates(String[] goldens);

    @Query("""
            update steward_word set note = ''
            where note <> '' and (
                first_source in (select id from source_record where golden_id = any(cast(:goldens as uuid[])))
                or second_source in (select id from source_record where golden_id = any(cast(:goldens as uuid[]))))
            """)
    long stewardWords(String[] goldens);

    @Query("""
            update golden_merge set note = ''
            where note <> '' and (kept_id = any(cast(:goldens as uuid[])) or lost_id = any(cast(:goldens as uuid[])))
            """)
    long merges(String[] goldens);

    @Query("""
            update act set note = ''
            where note <> '' and goldens && cast(:goldens as uuid[]) and what not in ('ERASED', 'READMITTED')
            """)
    long acts(String[] goldens);

    /** What stewards said that values are. */
    @Query("""
            update value_lock set value = '', note = ''
            where golden_id = any(cast(:goldens as uuid[])) and (value <> '' or note <> '')
            """)
    long locks(String[] goldens);

    /** Nobody is asked any more. */
    @Query("delete from open_question where golden_id = any(cast(:goldens as uuid[]))")
    long questions(String[] goldens);
}
