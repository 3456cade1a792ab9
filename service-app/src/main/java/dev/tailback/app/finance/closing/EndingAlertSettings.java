package dev.tailback.app.finance.closing;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * When people are told of a contract that ends with entries unsent.
 *
 * @param endingDays so many days before its last day, 0 to 366
 */
@ConfigurationProperties("tailback.alerts")
record EndingAlertSettings(@Bindable(defaultValue = "14") int endingDays) {
    private static final int MOST = 366;

    EndingAlertSettings {
        if (endingDays < 0 || endingDays > MOST) {
            throw new IllegalArgumentException(
                    "TAILBACK_ALERTS_ENDING_DAYS is " + endingDays + ": set it to a number of days from 0 to " + MOST);
        }
    }
}
