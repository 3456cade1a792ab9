package dev.tailback.app.ads;

import dev.tailback.web.loops.Loop;
import dev.tailback.web.loops.LoopWork;
import dev.tailback.web.loops.WakeUp;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Forgets old Idempotency-Keys, which no retry uses any more. A thousand are forgotten at a time, so that no statement
 * takes long.
 */
@Singleton
class ForgetAnswers implements LoopWork {

    private static final Duration EVERY = Duration.ofHours(1);

    private final IdempotencyKeys keys;
    private final AdSettings settings;
    private final WakeUp end = new WakeUp();

    ForgetAnswers(IdempotencyKeys keys, AdSettings settings) {
        this.keys = keys;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "forget-answers";
    }

    @Override
    public void round() throws InterruptedException {
        while (keys.forgetSomeOlderThan(settings.answersKept()) > 0) {
            Loop.signOfLife();
        }
        end.await(EVERY);
    }

    @Override
    public void wake() {
        end.now();
    }
}
