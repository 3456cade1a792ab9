package dev.tailback.worker.outage;

import java.time.Duration;
import java.util.Optional;

/**
 * Why everyone has to pause: nobody's failure, so it costs no attempt.
 *
 * @param retryAfter how long Salesforce asks us to stay away, where it says so
 */
public record Halt(String code, String reason, Optional<Duration> retryAfter) {
    static final String QUOTA_USED_UP = "QUOTA_USED_UP";
    static final String QUOTA_RESERVED = "QUOTA_RESERVED";

    public Halt(String code, String reason) {
        this(code, reason, Optional.empty());
    }

    /** Calls come back over hours, not seconds. */
    public boolean isShortOfCalls() {
        return code.equals(QUOTA_USED_UP) || code.equals(QUOTA_RESERVED);
    }
}
