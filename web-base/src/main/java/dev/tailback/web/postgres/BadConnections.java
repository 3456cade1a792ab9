package dev.tailback.web.postgres;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Hears every failure of every connection. A connection that is of no use any more is thrown away at once. When
 * PostgreSQL takes no writes, every connection of the pool is, each as soon as nobody works on it: all of them lead to
 * the same server, which another one may have replaced. The last refusal is kept for health.
 */
@Singleton
public class BadConnections implements SQLExceptionOverride {

    private final Clock clock;
    private final AtomicReference<HikariDataSource> pool = new AtomicReference<>();
    private final AtomicReference<Refusal> last = new AtomicReference<>();

    BadConnections(Clock clock) {
        this.clock = clock;
    }

    void watch(HikariDataSource connections) {
        pool.set(connections);
    }

    // Inside, Override is the answer that the pool wants. Its own list of bad states would close connections under our
    // transactions.
    @java.lang.Override
    public Override adjudicate(SQLException failure) {
        Optional<NotNow> reason = NotNow.of(failure);
        reason.ifPresent(this::note);
        return reason.filter(NotNow.AWAY::equals).isPresent() ? Override.MUST_EVICT : Override.DO_NOT_EVICT;
    }

    private void note(NotNow reason) {
        last.set(new Refusal(reason, clock.instant()));
        HikariDataSource connections = pool.get();
        if (reason == NotNow.READ_ONLY && connections != null) {
            connections.getHikariPoolMXBean().softEvictConnections();
        }
    }

    /** What PostgreSQL last refused for now, if it ever did. */
    public Optional<Refusal> last() {
        return Optional.ofNullable(last.get());
    }

    /** A refusal, and when it was. */
    public record Refusal(NotNow reason, Instant at) {}
}
