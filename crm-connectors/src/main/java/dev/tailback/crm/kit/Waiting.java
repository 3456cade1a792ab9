package dev.tailback.crm.kit;

import java.time.Duration;

/** Lets time pass for connector and CRM. */
@FunctionalInterface
public interface Waiting {

    /** Where both live in real time. */
    Waiting REAL = time -> {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    };

    void pass(Duration time);
}
