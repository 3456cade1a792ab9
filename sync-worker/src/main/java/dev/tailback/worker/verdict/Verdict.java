package dev.tailback.worker.verdict;

import java.time.Duration;

/** What Salesforce's answer to one record means: it decides where the record goes next. */
public sealed interface Verdict {

    /** Salesforce holds exactly this version. */
    record Accepted(String salesforceId) implements Verdict {}

    /** Salesforce holds a newer version: done, and no error. */
    record Stale(String sentence) implements Verdict {}

    /**
     * Refused for now.
     *
     * @param attempts this one included
     * @param delay until the record may be sent again
     */
    record RetryLater(int attempts, Duration delay, String code, String sentence) implements Verdict {}

    /** Refused for good: a person has to do something. */
    record Parked(int attempts, String code, String sentence) implements Verdict {}

    /** The org as a whole cannot be written to: everyone pauses, and no attempt is counted. */
    record NotNow(String code, String sentence) implements Verdict {}

    /**
     * Not got in, and not for a reason of its own: no attempt is counted.
     *
     * @param delay until the record may be sent again
     */
    record NotCounted(Duration delay, String code, String sentence) implements Verdict {}
}
