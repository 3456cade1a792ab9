package dev.tailback.app.currency;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.annotation.Nullable;
import java.util.Optional;

/**
 * The currency of prices where the org does not say it.
 *
 * @param currency ISO 4217 code, or null
 */
@ConfigurationProperties("finance")
record CurrencySettings(@Nullable String currency) {

    Optional<String> own() {
        return Optional.ofNullable(currency).filter(code -> !code.isBlank());
    }
}
