package dev.tailback.app.operator.samples;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How long samples are kept.
 *
 * @param keep from 1 hour to 90 days
 */
@ConfigurationProperties("tailback.samples")
public record SampleSettings(@Bindable(defaultValue = "7d") Duration keep) {

    public SampleSettings {
        if (keep.compareTo(Duration.ofHours(1)) < 0 || keep.compareTo(Duration.ofDays(90)) > 0) {
            throw new IllegalArgumentException(
                    "TAILBACK_SAMPLES_KEEP is " + keep + ": set it to a time from 1h to 90d, such as 7d");
        }
    }
}
