package dev.tailback.worker.breaker;

import java.time.Duration;
import java.util.Optional;

/**
 * Why all sending has to pause. No record is to blame, so no attempt is counted.
 *
 * @param retryAfter how long Salesforce asks us to stay away, where it says so
 */
public record PauseReason(String code, String reason, Optional<Duration> retryAfter) {
    static final String QUOTA_USED_UP = "QUOTA_USED_UP";
    static final String QUOTA_RESERVED = "QUOTA_RESERVED";

    public PauseReason(String code, String reason) {
        this(code, reason, Optional.empty());
    }

    /** The org gets new calls over hours, not seconds. */
    public boolean isShortOfCalls() {
        return code.equals(QUOTA_USED_UP) || code.equals(QUOTA_RESERVED);
    }
}
