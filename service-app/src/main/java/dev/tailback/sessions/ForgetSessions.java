package dev.tailback.sessions;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** Deletes the rows of sessions that have been over for thirty days. */
@Singleton
class ForgetSessions {

    private static final Duration KEPT = Duration.ofDays(30);

    private final SessionRows rows;
    private final Clock clock;

    ForgetSessions(SessionRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Scheduled(initialDelay = "2m", fixedDelay = "1h")
    void run() {
        int forgotten;
        do {
            forgotten = rows.forgetOver(clock.instant().minus(KEPT));
        } while (forgotten == SessionRows.FORGOTTEN_AT_ONCE);
    }
}
