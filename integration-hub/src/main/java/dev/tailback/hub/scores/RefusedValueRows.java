package dev.tailback.hub.scores;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;

/** The SQL of values that a rule refused. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface RefusedValueRows extends GenericRepository<ScoreDay, LocalDate> {

    /** @param mapped the fields that stand for one attribute of one entity in one CRM, as JSON */
    @Query("""
            select source_record.id, source_record.object, record_id as record, held_value.field, golden_id as golden,
                refused_by as rule
            from json_to_recordset(cast(:mapped as json)) as line (crm text, object text, entity text, field text)
                join held_value on held_value.field = line.field and refused_by is not null and source_id > :after
                join source_record on source_record.id = source_id and source_record.crm = line.crm
                    and source_record.object = line.object and source_record.entity = line.entity
            where value ~ '\\S' and standing = 'PRESENT' and erased_at is null and golden_id is not null
            order by source_record.id limit :limit
            """)
    List<RefusedValue> of(String mapped, long after, int limit);
}
