package dev.tailback.hub.remapping;

import dev.tailback.hub.records.KnownRecord;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

/** The SQL of how much a mapping touches. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface TouchRows extends GenericRepository<KnownRecord, Long> {

    @Query("select count(*) from source_record where crm = :crm and object = :object and standing = 'PRESENT'")
    long records(String crm, String object);

    /** In which people said something. */
    @Query("""
            select count(*) from fact join source_record on source_record.id = source_id
            where crm = :crm and object = :object and attribute = :attribute and field = :field
                and standing = 'PRESENT' and not is_emptied
            """)
    long said(String crm, String object, String attribute, String field);
}
