package dev.tailback.salesforce.contract;

import dev.tailback.mapping.Mapping;
import dev.tailback.salesforce.Reading;
import dev.tailback.salesforce.query.OrgQuery;
import dev.tailback.salesforce.query.Soql;
import dev.tailback.salesforce.session.SalesforceSession;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Reads, live, which contracts are fulfilled, which are open with usage, and when they end. */
public final class ContractStandings {

    /** Two hundred ids fit into one address. */
    private static final int IDS_PER_QUERY = 200;

    private final OrgQuery query;
    private final Supplier<Mapping> mapping;

    /** @param mapping asked for each reading, since it may change at any time */
    public ContractStandings(SalesforceSession session, Supplier<Mapping> mapping) {
        this.query = new OrgQuery(session);
        this.mapping = mapping;
    }

    /**
     * Fulfilled in this span, or fulfilled without a time; all that are fulfilled where the org keeps no time.
     *
     * @param to excluded
     */
    public Reading<List<ContractStanding>> fulfilledBetween(Instant from, Instant to, int most) {
        StandingQuery standings = new StandingQuery(mapping.get());
        return standings(standings, standings.fulfilledBetween(from, to, most));
    }

    /** Not fulfilled, and with units consumed. */
    public Reading<List<ContractStanding>> openWithUsage(int most) {
        StandingQuery standings = new StandingQuery(mapping.get());
        return standings.countedOnContract()
                ? standings(standings, standings.openWithUsage(most))
                : new UsageSums(query, standings.mapping())
                        .byOpenContract(most)
                        .flatMap(found -> ofIds(found.value().entrySet().stream()
                                .filter(sum -> sum.getValue().signum() > 0)
                                .map(Map.Entry::getKey)
                                .toList()));
    }

    /** Those that Salesforce has; ids that are none are left out. */
    public Reading<List<ContractStanding>> ofIds(Collection<String> ids) {
        StandingQuery standings = new StandingQuery(mapping.get());
        List<String> wanted = ids.stream().filter(Soql::isId).toList();
        Reading<List<ContractStanding>> all = new Reading.Found<>(List.of(), query.now());
        for (int from = 0; from < wanted.size(); from += IDS_PER_QUERY) {
            List<String> some = wanted.subList(from, Math.min(from + IDS_PER_QUERY, wanted.size()));
            all = all.flatMap(found -> standings(standings, standings.ofIds(some, IDS_PER_QUERY))
                    .map(more -> joined(found.value(), more)));
        }
        return all;
    }

    private Reading<List<ContractStanding>> standings(StandingQuery standings, String soql) {
        Reading<List<ContractStanding>> read = query.rows(soql, standings::read);
        return standings.countedOnContract() ? read : read.flatMap(found -> counted(standings.mapping(), found));
    }

    /** Where Salesforce does not count a contract's units, they are added up from the usage. */
    private Reading<List<ContractStanding>> counted(Mapping mapping, Reading.Found<List<ContractStanding>> found) {
        Reading<List<ContractStanding>> all = new Reading.Found<>(List.of(), found.readAt());
        List<ContractStanding> standings = found.value();
        for (int from = 0; from < standings.size(); from += IDS_PER_QUERY) {
            List<ContractStanding> some = standings.subList(from, Math.min(from + IDS_PER_QUERY, standings.size()));
            all = all.flatMap(before -> counted(mapping, some).map(more -> joined(before.value(), more)));
        }
        return all;
    }

    private Reading<List<ContractStanding>> counted(Mapping mapping, List<ContractStanding> some) {
        return new UsageSums(query, mapping)
                .byContract(some.stream().map(ContractStanding::id).toList())
                .map(sums -> some.stream()
                        .map(standing -> standing.consuming(sums.getOrDefault(standing.id(), BigDecimal.ZERO)))
                        .toList());
    }

    private static List<ContractStanding> joined(List<ContractStanding> some, List<ContractStanding> more) {
        List<ContractStanding> all = new ArrayList<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }
}
