package dev.tailback.app.proof;

import dev.tailback.salesforce.usage.UsageSnapshot;
import java.util.Optional;
import java.util.concurrent.Executor;

/** The way of a proof through all promises, in the order in which they build on each other. */
record Course(Experiment experiment, Notebook notes, Executor threads, Optional<String> fulfilledId) {

    /** Takes back what was sent, whatever happens. @return what stays in Salesforce, for people */
    String run() {
        CleanUp cleanUp = new CleanUp(experiment, notes);
        try {
            UsageSnapshot first = new SendingPromises(experiment, notes).run();
            new RefusalPromises(experiment, notes).run(first);
            new TogetherPromise(experiment, notes, threads).run();
            new LockPromises(experiment, notes, fulfilledId).run();
        } finally {
            cleanUp.run();
        }
        return cleanUp.remains();
    }
}
