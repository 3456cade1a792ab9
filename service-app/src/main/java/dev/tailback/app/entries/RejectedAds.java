package dev.tailback.app.entries;

import dev.tailback.app.ledger.Entry;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.UUID;

/** How many ads wait for a person's decision, for the bar of every page; read by the indexes of rejected entries. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface RejectedAds extends GenericRepository<Entry, UUID> {

    @Query("""
            select count(distinct ad_id) from (
                select ad_id from ledger_entry where parked
                union all
                select e.ad_id from ledger_entry r join ledger_entry e on e.replaces = r.id
                where r.parked and e.open) rejected
            """)
    long count();
}
