package dev.tailback.hub.api;

import dev.tailback.hub.golden.Golden;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.UUID;

/** Counts. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface StateRows extends GenericRepository<Golden, UUID> {

    @Query("""
            select (select count(*) from observation where absorbed_at is null) as unabsorbed,
                (select count(*) from source_record where golden_id is null and standing = 'PRESENT') as unmatched,
                (select count(*) from golden where due_at <= now()) as due,
                (select count(*) from intent where state = 'OPEN') as open,
                (select count(*) from intent where state = 'REFUSED')
                    + (select count(*) from creation where state = 'REFUSED') as refused,
                (select count(*) from creation where state = 'OPEN'
                    and creation_waits(creation, '{}') is distinct from 'STEWARD') as creations,
                (select count(*) from match_candidate where state = 'OPEN') as candidates,
                (select count(*) from source_record where standing = 'GONE' and gone_left_at is null
                    and erased_at is null and golden_id is not null) as gone
            """)
    State now();
}
