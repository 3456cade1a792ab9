package dev.tailback.salesforce.usage;

import dev.tailback.mapping.Mapping;
import dev.tailback.salesforce.currency.OrgCurrency;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The queries for usage, as the client sends them. */
public final class SentUsageSoql {

    private static final OrgCurrency EUR = new OrgCurrency.One("EUR");

    private SentUsageSoql() {}

    public static List<String> all(Optional<String> tricky) {
        Optional<Instant> now = Optional.of(Instant.parse("2026-11-20T12:00:00Z"));
        Optional<String> id = Optional.of("800000000000001AAA");
        UsageQuery usage = new UsageQuery(Mapping.tailback());
        LockedUsageQuery locked = new LockedUsageQuery(Mapping.tailback(), EUR);
        return List.of(
                usage.ofContract("800000000000001AAA"),
                usage.ofEntries(List.of(new UUID(1, 2), new UUID(3, 4))),
                usage.page(new UsagePageSearch(Optional.empty(), Optional.empty(), 2_000)),
                usage.page(new UsagePageSearch(id, tricky, 1)),
                locked.of(new LockedUsageSearch(Optional.empty(), Optional.empty(), Optional.empty(), 10)),
                locked.of(new LockedUsageSearch(now, Optional.empty(), id, 10)),
                locked.of(new LockedUsageSearch(now, now, id, 10)));
    }
}
