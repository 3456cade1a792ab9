package dev.tailback.salesforce.usage;

import dev.tailback.mapping.Mapping;
import dev.tailback.salesforce.Reading;
import dev.tailback.salesforce.http.CallBroken;
import dev.tailback.salesforce.query.OrgQuery;
import dev.tailback.salesforce.query.Soql;
import dev.tailback.salesforce.session.SalesforceSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Reads back the usage that Salesforce holds, to show it, to compare it, and to go back to it. */
public final class UsageReader {

    /** Two hundred ids fill two thirds of the longest address Salesforce accepts (16,384 bytes). */
    private static final int IDS_PER_QUERY = 200;

    /** For the comparison, which reads thousands of rows at a time while no person waits. */
    private static final Duration PATIENCE_FOR_A_PAGE = Duration.ofSeconds(30);

    private final OrgQuery query;
    private final Supplier<Mapping> mapping;

    /** @param mapping asked for each reading, since it may change at any time */
    public UsageReader(SalesforceSession session, Supplier<Mapping> mapping) {
        this.query = new OrgQuery(session);
        this.mapping = mapping;
    }

    /** What Salesforce holds of these entries, in no order; an entry it does not hold is not in the list. */
    public Reading<List<HeldUsage>> byEntryIds(Collection<UUID> ids) {
        UsageQuery usage = usage();
        List<UUID> wanted = List.copyOf(ids);
        Asked asked = Asked.entries(wanted);
        Reading<List<HeldUsage>> all = new Reading.Found<>(List.of(), query.now());
        for (int from = 0; from < wanted.size(); from += IDS_PER_QUERY) {
            List<UUID> some = wanted.subList(from, Math.min(from + IDS_PER_QUERY, wanted.size()));
            all = all.flatMap(found -> query.rows(usage.ofEntries(some), row -> asked.held(usage.held(row)))
                    .map(more -> joined(found.value(), more)));
        }
        return all;
    }

    /** All usage of a contract, by product and age; empty when there is none, absent when the text is no record id. */
    public Reading<List<HeldUsage>> byContract(String contractId) {
        if (!Soql.isId(contractId)) {
            return new Reading.Absent<>();
        }
        Asked asked = Asked.contract(contractId);
        UsageQuery usage = usage();
        return query.rows(usage.ofContract(contractId), row -> asked.held(usage.held(row)));
    }

    /**
     * The next page of all usage, or of one contract's, in the order of external ids. A page is one call, and the next
     * one begins after its last key, so that the whole org can be read with little memory and no cursor that could end.
     */
    public Reading<UsagePage> page(UsagePageSearch search) {
        if (search.contractId().filter(id -> !Soql.isId(id)).isPresent()) {
            return new Reading.Absent<>();
        }
        Asked asked = Asked.page(search);
        UsageQuery usage = usage();
        return query.rows(usage.page(search), PATIENCE_FOR_A_PAGE, row -> asked.row(usage.read(row)))
                .flatMap(found -> found.value().size() > search.limit()
                        ? tooMany(search)
                        : new Reading.Found<>(page(found.value(), search), found.readAt()));
    }

    private UsageQuery usage() {
        return new UsageQuery(mapping.get());
    }

    private static UsagePage page(List<UsageRow> rows, UsagePageSearch search) {
        return new UsagePage(
                rows.stream().flatMap(row -> row.held().stream()).toList(),
                rows.stream().flatMap(row -> row.stray().stream()).toList(),
                rows.isEmpty()
                        ? Optional.empty()
                        : Optional.of(rows.get(rows.size() - 1).key()),
                rows.size() < search.limit());
    }

    private static Reading<UsagePage> tooMany(UsagePageSearch search) {
        return new Reading.Unavailable<>(
                CallBroken.NO_ANSWER,
                "Salesforce answers with more rows than the " + search.limit()
                        + " asked for: ask again, and if it stays so, see who answers there.");
    }

    private static List<HeldUsage> joined(List<HeldUsage> some, List<HeldUsage> more) {
        List<HeldUsage> all = new ArrayList<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }
}
