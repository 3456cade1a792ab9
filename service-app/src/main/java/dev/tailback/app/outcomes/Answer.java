package dev.tailback.app.outcomes;

import dev.tailback.app.ledger.Entry;
import dev.tailback.app.ledger.UsageHistory.Content;
import dev.tailback.queue.Outcome;

/**
 * What Salesforce said to one version of an entry, beside the entry as it is now.
 *
 * @param version the version it is about
 * @param content what that version said
 */
record Answer(Outcome outcome, Entry entry, long version, Content content) {

    /** Whether it is about what the entry is now, and Salesforce does not hold that yet. */
    boolean current() {
        return version == entry.version() && entry.open();
    }

    /** By how many units this changes what Salesforce counts as consumed. */
    int consumedChange() {
        return content.wanted() - entry.held();
    }
}
