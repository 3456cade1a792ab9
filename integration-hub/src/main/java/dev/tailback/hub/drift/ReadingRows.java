package dev.tailback.hub.drift;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

/** The SQL of fields that are read from the beginning. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ReadingRows extends GenericRepository<FieldReading, String> {

    /** One more field begins all anew. */
    @Query("""
            insert into field_reading (crm, object, fields, cursor, unseen_since)
            values (:crm, :object, jsonb_build_array(cast(:field as text)), '', :since)
            on conflict (crm, object) do update
            set fields = field_reading.fields || excluded.fields, cursor = '',
                unseen_since = least(field_reading.unseen_since, excluded.unseen_since)
            """)
    void begin(String crm, String object, String field, Instant since);

    @Query("""
            select crm, object, cast(fields as text) as fields, cursor, unseen_since from field_reading
            where crm = :crm and object = :object
            """)
    Optional<FieldReading> of(String crm, String object);

    /** @return 0 when another hub has moved it, or one more field began it anew */
    @Query("""
            update field_reading set cursor = :next where crm = :crm and object = :object and cursor = :before
                and fields = cast(:fields as jsonb)
            """)
    long move(String crm, String object, String next, String before, String fields);

    @Query("delete from field_reading where crm = :crm and object = :object")
    void end(String crm, String object);
}
