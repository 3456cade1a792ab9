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

    /** Customers of which the CRM has and had no record, and of which all that is needed is agreed. */
    @Query("""
            select count(*) from golden
            where entity = :entity and merged_into is null and erased_at is null
                and not exists (select from source_record where golden_id = golden.id and crm = :crm)
                and not exists (select from creation
                    where golden_id = golden.id and creation.crm = :crm and object = :object and state = 'CREATED')
                and not exists (
                    select from unnest(cast(:needs as text[])) as need
                    where coalesce((select case when is_open then '' else value end from decision
                        where golden_id = golden.id and attribute = need order by id desc limit 1), '') = '')
            """)
    long without(String crm, String object, String entity, String[] needs);

    /** In which people said something. */
    @Query("""
            select count(*) from fact join source_record on source_record.id = source_id
            where crm = :crm and object = :object and attribute = :attribute and field = :field
                and standing = 'PRESENT' and not is_emptied
            """)
    long said(String crm, String object, String attribute, String field);
}
