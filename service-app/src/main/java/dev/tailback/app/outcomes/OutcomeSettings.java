package dev.tailback.app.outcomes;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/**
 * How outcomes come back to the ledger.
 *
 * @param running whether this process reads outcomes at all
 * @param batch outcomes per reading, 1 to 1,000
 * @param patience how long one reading waits for an outcome
 */
@ConfigurationProperties("outcomes")
record OutcomeSettings(
        @Bindable(defaultValue = "true") boolean running,
        @Bindable(defaultValue = "200") @Min(1) @Max(1000) int batch,
        @Bindable(defaultValue = "1s") Duration patience) {}
