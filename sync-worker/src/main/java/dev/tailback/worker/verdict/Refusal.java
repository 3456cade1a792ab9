package dev.tailback.worker.verdict;

import java.time.Duration;

/**
 * The one reason that counts among the errors a record got.
 *
 * @param blame whose it is as long as the record has company
 * @param company the smallest company in which it is taken for the record's own
 * @param code the rule's own code if a rule spoke, {@code ROW_BUSY} for a row somebody else is saving, else Salesforce's code
 * @param sentence as a person should read it, without the code in front
 */
public record Refusal(ErrorKind kind, Blame blame, Company company, String code, String sentence) {

    /** @param attemptsBefore refusals of this version before this one */
    public Verdict verdict(int attemptsBefore, RetryPolicy retryPolicy) {
        return kind.judge(this, attemptsBefore + 1, retryPolicy);
    }

    /** Whether Salesforce failed on its own, which says nothing about a record while nothing else gets in either. */
    public boolean isOfTheServer() {
        return CallReading.OF_THE_SERVER.contains(code);
    }

    Verdict.Parked parked(int attempts) {
        return new Verdict.Parked(attempts, code, sentence);
    }

    Verdict.RetryLater retry(int attempts, Duration delay) {
        return new Verdict.RetryLater(attempts, delay, code, sentence);
    }
}
