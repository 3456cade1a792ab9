package dev.tailback.app.requests;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How accepted requests are watched.
 *
 * @param running whether this process looks at all
 * @param every how often Salesforce is asked whether the contracts of accepted requests are open; one call for each
 */
@ConfigurationProperties("correction-requests")
record RequestSettings(
        @Bindable(defaultValue = "true") boolean running,
        @Bindable(defaultValue = "15s") Duration every) {}
