package dev.tailback.edge;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells operators of connections for which there was no room, at most once a minute. */
final class TurnedAway {
    private static final Logger log = LoggerFactory.getLogger(TurnedAway.class);
    private static final long BETWEEN_LINES = Duration.ofMinutes(1).toNanos();

    private final LongSupplier nanoTime;
    private long sinceLastLine;
    private boolean toldBefore;
    private long lastLine;

    TurnedAway(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    synchronized void one(Source source) {
        sinceLastLine++;
        long now = nanoTime.getAsLong();
        if (toldBefore && now - lastLine < BETWEEN_LINES) {
            return;
        }
        log.warn(
                "No room for {} connections since the last such line, the latest from {}: see HTTP_MOST_CONNECTIONS and"
                        + " HTTP_MOST_CONNECTIONS_PER_ADDRESS",
                sinceLastLine,
                source.name());
        toldBefore = true;
        lastLine = now;
        sinceLastLine = 0;
    }
}
