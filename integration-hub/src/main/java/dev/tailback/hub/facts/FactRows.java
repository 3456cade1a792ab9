package dev.tailback.hub.facts;

import dev.tailback.hub.database.RowsJson;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** The SQL of facts and of what fields hold. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface FactRows extends GenericRepository<HeldField, Long> {

    @Query("""
            select source_id, field, value, ours, cast(pending as text) as pending, refused_by, not_before from held_value
            where source_id = any(cast(:sources as bigint[])) order by source_id, field
            """)
    List<HeldField> held(String[] sources);

    default void hold(List<HeldField> fields) {
        if (!fields.isEmpty()) {
            holdAll(RowsJson.of(fields, HeldField::write));
        }
    }

    /** In one order, so that two transactions never wait for each other. */
    @Query("""
            insert into held_value (source_id, field, value, ours, pending, refused_by, not_before)
            select source_id, field, value, ours, cast(pending as jsonb), refused_by, not_before
            from json_to_recordset(cast(:rows as json)) as held
                (source_id bigint, field text, value text, ours text, pending text, refused_by text,
                not_before timestamptz)
            order by source_id, field
            on conflict (source_id, field) do update
            set value = excluded.value, ours = excluded.ours, pending = excluded.pending,
                refused_by = excluded.refused_by, not_before = excluded.not_before
            """)
    void holdAll(String rows);

    /** What it held, in our form and in the CRM's, is known when it is seen again; what a rule refused is looked at again. */
    @Query("""
            update held_value set value = '', ours = null, refused_by = null,
                pending = case when refused_by is null
                    then jsonb_build_array(coalesce(ours, value), value) || pending else pending end
            where field = :field and value <> ''
                and source_id in (select id from source_record where crm = :crm and object = :object)
            """)
    void unseen(String crm, String object, String field);

    @Query("""
            insert into held_value (source_id, field, value, pending)
            select source_id, :to, '', case when value = '' then pending
                else jsonb_build_array(coalesce(ours, value), value) || pending end
            from held_value join source_record on source_record.id = source_id
            where crm = :crm and object = :object and field = :from and refused_by is null
            on conflict (source_id, field) do nothing
            """)
    void moved(String crm, String object, String from, String to);

    @Query("""
            insert into fact (source_id, attribute, field, value, is_emptied, earliest, latest, told, observation_id)
            select source_id, attribute, :to, value, is_emptied, earliest, latest, told, observation_id
            from fact join source_record on source_record.id = source_id
            where crm = :crm and object = :object and field = :from and erased_at is null
            on conflict (source_id, attribute, field) do nothing
            """)
    void renamed(String crm, String object, String from, String to);

    default void state(List<NewFact> facts) {
        if (!facts.isEmpty()) {
            stateAll(RowsJson.of(facts, NewFact::write));
        }
    }

    @Query("""
            insert into fact (source_id, attribute, field, value, is_emptied, earliest, latest, told, observation_id)
            select source_id, attribute, field, value, is_emptied, earliest, latest, told, observation_id
            from json_to_recordset(cast(:rows as json)) as said
                (source_id bigint, attribute text, field text, value text, is_emptied boolean, earliest timestamptz,
                latest timestamptz, told timestamptz, observation_id bigint)
            order by source_id, attribute, field
            on conflict (source_id, attribute, field) do update
            set value = excluded.value, is_emptied = excluded.is_emptied, earliest = excluded.earliest,
                latest = excluded.latest, told = excluded.told, observation_id = excluded.observation_id
            """)
    void stateAll(String rows);

    @Query("""
            insert into record_words (source_id, words)
            select source_id, words from json_to_recordset(cast(:rows as json)) as found (source_id bigint, words text)
            order by source_id
            on conflict (source_id) do update set words = excluded.words where record_words.words <> excluded.words
            """)
    void words(String rows);

    /** Of a record that a person merged into another one, nothing counts any more: the other one holds what remains. */
    @Query("""
            select source_id, golden_id, crm, object, record_id, attribute, field, value, is_emptied, earliest, latest,
                told
            from fact join source_record on source_record.id = source_id
            where golden_id = any(cast(:goldens as uuid[])) and standing <> 'MERGED'
            order by golden_id, source_id, attribute, field
            """)
    List<FactRow> ofGoldens(String[] goldens);

    @Query("""
            select source_id, golden_id, crm, object, record_id, attribute, field, value, is_emptied, earliest, latest,
                told
            from fact join source_record on source_record.id = source_id
            where source_id = any(cast(:sources as bigint[])) order by source_id, attribute, field
            """)
    List<FactRow> ofRecords(String[] sources);
}
