package dev.tailback.salesforce.usage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The queries for usage, as the client sends them. */
public final class SentUsageSoql {

    private SentUsageSoql() {}

    public static List<String> all(Optional<String> tricky) {
        Optional<Instant> now = Optional.of(Instant.parse("2026-11-20T12:00:00Z"));
        Optional<String> id = Optional.of("800000000000001AAA");
        return List.of(
                UsageSoql.ofContract("800000000000001AAA"),
                UsageSoql.ofEntries(List.of(new UUID(1, 2), new UUID(3, 4))),
                UsageSoql.page(new UsagePageSearch(Optional.empty(), Optional.empty(), 2_000)),
                UsageSoql.page(new UsagePageSearch(id, tricky, 1)),
                LockedUsageSoql.of(new LockedUsageSearch(Optional.empty(), Optional.empty(), Optional.empty())),
                LockedUsageSoql.of(new LockedUsageSearch(now, Optional.empty(), id)),
                LockedUsageSoql.of(new LockedUsageSearch(now, now, id)));
    }
}
