package dev.tailback.app.operator.reconciliation;

import dev.tailback.salesforce.Reading;

/** Salesforce could not be read to its end, so nothing can be said about what is missing. */
final class SalesforceUnread extends RuntimeException {

    private final String code;
    private final String reason;

    SalesforceUnread(String code, String reason) {
        super(reason, null, false, false);
        this.code = code;
        this.reason = reason;
    }

    String code() {
        return code;
    }

    String reason() {
        return reason;
    }

    /** What was found, or this. */
    static <T> T foundIn(Reading<T> reading) {
        return reading.fold(
                Reading.Found::value,
                () -> {
                    throw new SalesforceUnread("NOT_FOUND", "Salesforce knows no such contract.");
                },
                refused -> {
                    throw new SalesforceUnread(refused.code(), refused.reason());
                },
                unavailable -> {
                    throw new SalesforceUnread(unavailable.code(), unavailable.reason());
                });
    }
}
