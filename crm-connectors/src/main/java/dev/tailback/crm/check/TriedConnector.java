package dev.tailback.crm.check;

import dev.tailback.crm.Connector;
import dev.tailback.crm.kit.MovableClock;
import dev.tailback.crm.kit.Relay;
import dev.tailback.crm.kit.Waiting;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** A connector to try, with what stands before its CRM. */
record TriedConnector(Supplier<Connector> connector, Optional<Relay> relay, MovableClock clock)
        implements AutoCloseable {

    private static final Duration WORTH_WAITING = Duration.ofSeconds(2);

    /** A CRM needs its moments; that we were told to wait by the kit's own relay ends by moving our clock. */
    Waiting waiting() {
        Duration[] ahead = {Duration.ZERO};
        return time -> {
            if (time.compareTo(WORTH_WAITING) <= 0) {
                Waiting.REAL.pass(time);
            } else {
                ahead[0] = ahead[0].plus(time);
                clock.setWrong(ahead[0]);
            }
        };
    }

    @Override
    public void close() {
        relay.ifPresent(Relay::close);
    }
}
