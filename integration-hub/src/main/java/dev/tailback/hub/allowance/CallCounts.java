package dev.tailback.hub.allowance;

import dev.tailback.crm.Connector;
import java.time.Clock;
import java.util.Collections;
import java.util.Map;
import java.util.OptionalLong;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** How many calls each connector of this process has sent and nobody has counted yet. */
record CallCounts(Clock clock, Map<Connector, AtomicLong> counted) {

    CallCounts(Clock clock) {
        this(clock, Collections.synchronizedMap(new WeakHashMap<>()));
    }

    /** Of a connector that does not count, the one that was asked for. With several threads, each call is counted once. */
    long since(Connector connector) {
        OptionalLong sent = connector.sent();
        if (sent.isEmpty()) {
            return 1;
        }
        long before = counted.computeIfAbsent(connector, unknown -> new AtomicLong())
                .getAndAccumulate(sent.getAsLong(), Math::max);
        return Math.max(0, sent.getAsLong() - before);
    }
}
