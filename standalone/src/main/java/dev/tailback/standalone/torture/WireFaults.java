package dev.tailback.standalone.torture;

import java.util.List;

/** What goes wrong between workers and Salesforce. */
final class WireFaults {
    private WireFaults() {}

    static List<Fault> all(LateWrites late) {
        return List.of(new Fault("writes reach Salesforce late", 1_000, 3_000, random -> {
            late.next(2 + random.nextInt(6));
            return () -> late.next(0);
        }));
    }
}
