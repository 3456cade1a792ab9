package dev.tailback.salesforce;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What came of one call that sends usage to Salesforce. Every alternative asks for a different next step. */
public sealed interface Delivery {

    /** Salesforce decided about every snapshot: one answer each, in the order they were sent. */
    record Answered(List<RowAnswer> rows, Optional<ApiUsage> apiUsage) implements Delivery {}

    /**
     * The whole call was refused, nothing was saved, and waiting will not help.
     *
     * @param status HTTP status, 400 to 499
     * @param code Salesforce's error code, or {@code HTTP_<status>} when it gave none
     */
    record Refused(int status, String code, String reason, Optional<ApiUsage> apiUsage) implements Delivery {}

    /**
     * An outage, which is nobody's failure and passes: no connection, login down, maintenance, read-only mode, quota.
     * Nothing was saved; a gateway that breaks down in the middle (502, 504) counts as an outage too, since sending
     * again is harmless.
     *
     * @param retryAfter how long Salesforce asks us to stay away, where it says so
     */
    record Unavailable(String code, String reason, Optional<Duration> retryAfter, Optional<ApiUsage> apiUsage)
            implements Delivery {}

    /** It was sent and no usable answer came. It may be saved or not; sending the same versions again is safe. */
    record OutcomeUnknown(String code, String reason) implements Delivery {}
}
