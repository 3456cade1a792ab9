package dev.tailback.hub.drift;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** The SQL of what is stopped. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface StopRows extends GenericRepository<FieldStop, String> {

    @Query("""
            select crm, object, field, scope, since, sentence, mend, was, cast(known as text) as known from field_stop
            order by crm, object, field
            """)
    List<FieldStop> all();

    @Query("""
            select crm, object, field, scope, since, sentence, mend, was, cast(known as text) as known from field_stop
            where crm = :crm order by object, field
            """)
    List<FieldStop> of(String crm);

    /** What it was when it could be used stays as it was told first. */
    @Query("""
            insert into field_stop (crm, object, field, scope, since, sentence, mend, was, known)
            values (:crm, :object, :field, :scope, clock_timestamp(), :sentence, :mend, :was, cast(:known as jsonb))
            on conflict (crm, object, field) do update
            set scope = excluded.scope, sentence = excluded.sentence, mend = excluded.mend
            """)
    void stop(
            String crm,
            String object,
            String field,
            StopScope scope,
            String sentence,
            String mend,
            @Nullable String was,
            String known);

    @Query("update field_stop set was = :was where crm = :crm and object = :object and field = :field")
    void accept(String crm, String object, String field, String was);

    @Query("delete from field_stop where crm = :crm and object = :object and field = :field")
    long end(String crm, String object, String field);

    /**
     * The fields that are told to be empty where a record holds something, as far as we know.
     *
     * @param ids of records, as a JSON list
     * @param fields which is told to be empty there, as a JSON list of the same length
     */
    @Query("""
            select distinct held_value.field
            from jsonb_array_elements_text(cast(:ids as jsonb)) with ordinality as one(id, place)
            join jsonb_array_elements_text(cast(:fields as jsonb)) with ordinality as other(field, place)
                on other.place = one.place
            join source_record on crm = :crm and object = :object and record_id = one.id
            join held_value on source_id = source_record.id and held_value.field = other.field and value <> ''
            """)
    List<String> emptied(String crm, String object, String ids, String fields);
}
