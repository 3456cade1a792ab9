package dev.tailback.ads;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/** Old Idempotency-Keys are nobody's retries any more. */
@Singleton
class ForgetAnswers {

    private final IdempotencyKeys keys;
    private final AdSettings settings;

    ForgetAnswers(IdempotencyKeys keys, AdSettings settings) {
        this.keys = keys;
        this.settings = settings;
    }

    @Scheduled(initialDelay = "1m", fixedDelay = "1h")
    void run() {
        keys.forgetOlderThan(settings.answersKept());
    }
}
