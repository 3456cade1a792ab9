package dev.tailback.app.operator.reconciliation;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Locale;

/**
 * How ledger and Salesforce are compared.
 *
 * @param running whether this process runs scheduled comparisons; on request it compares in any case
 * @param every how often a comparison of everything is scheduled, 1 min or longer, by one of the service apps; a tenth
 *     more or less, so that orgs are not read on the hour
 * @param again how soon it is tried again when Salesforce could not be read
 * @param page rows of Salesforce, and entries, held in memory at a time, 1 to 2,000
 * @param answerWithin how long a request for a comparison waits for its end before it is told where to look
 * @param keep how long results are kept
 */
@ConfigurationProperties("reconciliation")
public record ReconciliationSettings(
        @Bindable(defaultValue = "true") boolean running,
        @Bindable(defaultValue = "6h") Duration every,
        @Bindable(defaultValue = "15m") Duration again,
        @Bindable(defaultValue = "2000") @Min(1) @Max(2_000) int page,
        @Bindable(defaultValue = "20s") Duration answerWithin,
        @Bindable(defaultValue = "90d") Duration keep) {

    private static final Duration SHORTEST = Duration.ofMinutes(1);

    public ReconciliationSettings {
        requireLong("every", every);
        requireLong("again", again);
    }

    /** Whatever is shorter would use up the org's calls. */
    private static void requireLong(String name, Duration given) {
        if (given.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException(
                    "RECONCILIATION_" + name.toUpperCase(Locale.ROOT) + " is " + given + ": set it to 1m or longer");
        }
    }
}
