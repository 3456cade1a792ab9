package dev.tailback.crm.salesforce;

import dev.tailback.salesforce.bulk.JobState;
import java.util.Optional;

/**
 * How the watch over a job ended.
 *
 * @param isToldOf whether its results can be asked for
 * @param failed why it failed, where it did; what it then calls unprocessed was not written
 * @param otherwise for people: why nothing is known of records that the results do not tell of
 */
record JobEnding(boolean isToldOf, Optional<String> failed, String otherwise) {

    /** Of a job that is over. */
    static JobEnding of(JobCalls.Told told) {
        if (told.state() == JobState.FAILED) {
            String why = told.message().isEmpty() ? "Salesforce gives no reason." : told.message();
            return new JobEnding(
                    true, Optional.of(why), "The Bulk job failed and does not tell of this record: " + why);
        }
        return told(
                told.state() == JobState.ABORTED
                        ? "Somebody ended the Bulk job before it had come to this record, or while it did."
                        : "The Bulk job is done, and its results do not tell of this record.");
    }

    static JobEnding late() {
        return told(
                "The Bulk job was not done within the time that we wait for it, and was told to end: the next reading"
                        + " tells what it has written.");
    }

    /** Salesforce says that there is no such job, or that it is not ours to see. */
    static JobEnding outOfSight(String reason) {
        return new JobEnding(
                false,
                Optional.empty(),
                "Salesforce tells nothing of the Bulk job any more, so the next reading must: " + reason);
    }

    /** Nothing more can be asked. */
    static JobEnding stopped() {
        return new JobEnding(
                false,
                Optional.empty(),
                "Tailback was stopped while the Bulk job ran: the next reading tells what it has written.");
    }

    private static JobEnding told(String otherwise) {
        return new JobEnding(true, Optional.empty(), otherwise);
    }
}
