package dev.tailback.app.finance.lines;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.ZoneId;
import java.util.Optional;

/**
 * How finance sees usage.
 *
 * @param zone where a day and a month of finance begin, such as {@code Europe/Berlin}
 * @param currency ISO 4217 code of the org's prices, for an org that does not say it
 * @param mostLines locked lines of one question at most; more are asked for contract by contract
 * @param profiles directory with export profiles of one's own, or null
 */
@ConfigurationProperties("finance")
public record FinanceSettings(
        @Bindable(defaultValue = "UTC") String zone,
        @Nullable String currency,
        @Bindable(defaultValue = "50000") int mostLines,
        @Nullable String profiles) {

    public ZoneId zoneId() {
        return ZoneId.of(zone);
    }

    public Optional<String> ownCurrency() {
        return Optional.ofNullable(currency).filter(code -> !code.isBlank());
    }
}
