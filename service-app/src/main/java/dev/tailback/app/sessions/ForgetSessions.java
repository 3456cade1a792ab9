package dev.tailback.app.sessions;

import dev.tailback.web.loops.Loop;
import dev.tailback.web.loops.LoopWork;
import dev.tailback.web.loops.WakeUp;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** Deletes the rows of sessions that have been over for thirty days, a thousand at a time. */
@Singleton
class ForgetSessions implements LoopWork {

    private static final Duration EVERY = Duration.ofHours(1);

    private final SessionRows rows;
    private final Clock clock;
    private final WakeUp end = new WakeUp();

    ForgetSessions(SessionRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "forget-sessions";
    }

    @Override
    public void round() throws InterruptedException {
        while (rows.forgetOver(clock.instant().minus(Sessions.KEPT_WHEN_OVER)) > 0) {
            Loop.signOfLife();
        }
        end.await(EVERY);
    }

    @Override
    public void wake() {
        end.now();
    }
}
