package dev.tailback.app.sessions;

import dev.tailback.app.loops.Loop;
import dev.tailback.app.loops.Loops;
import dev.tailback.app.loops.WakeUp;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** Deletes the rows of sessions that have been over for thirty days, a thousand at a time. */
@Singleton
class ForgetSessions {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration EVERY = Duration.ofHours(1);

    private final SessionRows rows;
    private final Loops loops;
    private final Clock clock;
    private final WakeUp end = new WakeUp();
    private Loop loop;

    ForgetSessions(SessionRows rows, Loops loops, Clock clock) {
        this.rows = rows;
        this.loops = loops;
        this.clock = clock;
    }

    @EventListener
    void start(StartupEvent started) {
        loop = loops.start("forget-sessions", this::round, end::now);
    }

    private void round() throws InterruptedException {
        while (rows.forgetOver(clock.instant().minus(KEPT)) > 0) {
            Loop.signOfLife();
        }
        end.await(EVERY);
    }

    @PreDestroy
    void stop() {
        if (loop != null) {
            loop.close();
        }
    }
}
