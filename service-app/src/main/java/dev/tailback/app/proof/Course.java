package dev.tailback.app.proof;

import dev.tailback.salesforce.session.SalesforceSession;
import dev.tailback.salesforce.usage.UsageSnapshot;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * The way of a proof through all promises, in the order in which they build on each other.
 *
 * @param fulfilledId the contract whose lock is tried
 * @param sales signs in as a user of sales
 */
record Course(
        Experiment experiment,
        Notebook notes,
        Executor threads,
        Optional<String> fulfilledId,
        Optional<Supplier<SalesforceSession>> sales) {

    /** Takes back what was sent, whatever happens. @return what stays in Salesforce, for people */
    String run() {
        CleanUp cleanUp = new CleanUp(experiment, notes);
        RollUpStamps stamps = RollUpStamps.before(experiment);
        try {
            UsageSnapshot first = new SendingPromises(experiment, notes).run();
            new SalesPromise(experiment, notes, sales).run();
            new RefusalPromises(experiment, notes).run(first);
            new TogetherPromise(experiment, notes, threads).run();
            stamps.tell(notes);
            new LockPromises(experiment, notes, fulfilledId).run();
            new AskQuestions(experiment, notes).run();
        } finally {
            cleanUp.run();
        }
        return cleanUp.remains();
    }
}
