package dev.tailback.app.ads;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How ads are taken.
 *
 * @param lookPatience how long a person who saves an ad waits for the live look at the contract; after that it is saved
 *     without
 * @param lookPause how long there are no looks after one that took too long
 * @param answersKept how long an Idempotency-Key is remembered
 */
@ConfigurationProperties("ads")
public record AdSettings(
        @Bindable(defaultValue = "2s") Duration lookPatience,
        @Bindable(defaultValue = "5s") Duration lookPause,
        @Bindable(defaultValue = "7d") Duration answersKept) {}
