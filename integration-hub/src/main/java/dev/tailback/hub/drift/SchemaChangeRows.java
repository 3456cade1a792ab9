package dev.tailback.hub.drift;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** The SQL of what was otherwise in a version. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface SchemaChangeRows extends GenericRepository<SchemaChangeRow, Long> {

    @Query("select * from schema_change where version_id = :version order by id")
    List<SchemaChangeRow> of(long version);
}
