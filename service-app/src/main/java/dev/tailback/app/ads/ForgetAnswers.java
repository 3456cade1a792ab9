package dev.tailback.app.ads;

import dev.tailback.app.loops.Loop;
import dev.tailback.app.loops.Loops;
import dev.tailback.app.loops.WakeUp;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Old Idempotency-Keys are nobody's retries any more. A thousand are forgotten at a time, so that no statement takes long. */
@Singleton
class ForgetAnswers {

    private static final Duration EVERY = Duration.ofHours(1);

    private final IdempotencyKeys keys;
    private final AdSettings settings;
    private final Loops loops;
    private final WakeUp end = new WakeUp();
    private Loop loop;

    ForgetAnswers(IdempotencyKeys keys, AdSettings settings, Loops loops) {
        this.keys = keys;
        this.settings = settings;
        this.loops = loops;
    }

    @EventListener
    void start(StartupEvent started) {
        loop = loops.start("forget-answers", this::round, end::now);
    }

    private void round() throws InterruptedException {
        while (keys.forgetSomeOlderThan(settings.answersKept()) > 0) {
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
