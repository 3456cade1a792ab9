package dev.tailback.app.finance.lines;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.ZoneId;

/**
 * How finance sees usage.
 *
 * @param zone where a day and a month of finance begin, such as {@code Europe/Berlin}
 * @param mostLines locked lines of one question at most; more are asked for contract by contract
 * @param profiles directory with export profiles of one's own, or null
 */
@ConfigurationProperties("finance")
public record FinanceSettings(
        @Bindable(defaultValue = "UTC") String zone,
        @Bindable(defaultValue = "50000") int mostLines,
        @Nullable String profiles) {

    public ZoneId zoneId() {
        return ZoneId.of(zone);
    }
}
