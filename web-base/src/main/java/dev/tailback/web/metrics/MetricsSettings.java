package dev.tailback.web.metrics;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How the figures for monitoring are read.
 *
 * @param readEvery how often the sources are asked; scrapes in between get the last figures
 */
@ConfigurationProperties("operator-metrics")
record MetricsSettings(@Bindable(defaultValue = "10s") Duration readEvery) {}
