package dev.tailback.salesforce.usage;

import dev.tailback.mapping.Mapping;
import dev.tailback.salesforce.Reading;
import dev.tailback.salesforce.currency.OrgCurrency;
import dev.tailback.salesforce.query.OrgQuery;
import dev.tailback.salesforce.query.Soql;
import dev.tailback.salesforce.session.SalesforceSession;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Reads what finance may invoice, live from Salesforce, which alone decides what is locked. */
public final class LockedUsageReader {

    private static final Duration PATIENCE_FOR_A_PAGE = Duration.ofSeconds(30);

    private final OrgQuery query;
    private final Supplier<Mapping> mapping;

    /** @param mapping asked for each reading, since it may change at any time */
    public LockedUsageReader(SalesforceSession session, Supplier<Mapping> mapping) {
        this.query = new OrgQuery(session);
        this.mapping = mapping;
    }

    /**
     * Locked lines by contract number, product and age. Lines of a contract that was fulfilled without a time come with
     * every span of time, their time empty: shown twice is seen, left out is not.
     */
    public Reading<List<LockedUsage>> read(LockedUsageSearch search, OrgCurrency currency) {
        if (search.contractId().filter(id -> !Soql.isId(id)).isPresent()) {
            return new Reading.Absent<>();
        }
        LockedUsageQuery locked = new LockedUsageQuery(mapping.get(), currency);
        return query.rows(locked.of(search), PATIENCE_FOR_A_PAGE, locked::read);
    }
}
