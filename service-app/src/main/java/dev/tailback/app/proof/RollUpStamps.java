package dev.tailback.app.proof;

import dev.tailback.salesforce.trial.Stamps;
import java.util.Optional;

/** Whether a product whose figures have changed by usage counts as changed itself. */
final class RollUpStamps {

    private final Experiment experiment;
    private final Optional<Stamps> before;

    private RollUpStamps(Experiment experiment, Optional<Stamps> before) {
        this.experiment = experiment;
        this.before = before;
    }

    /** Before anything is sent. */
    static RollUpStamps before(Experiment experiment) {
        return new RollUpStamps(experiment, read(experiment));
    }

    /** After usage was sent. */
    void tell(Notebook notes) {
        if (before.isEmpty() || notes.isOver()) {
            return;
        }
        read(experiment).ifPresent(now -> compare(before.get(), now, notes));
    }

    private static void compare(Stamps then, Stamps now, Notebook notes) {
        if (!then.modified().equals(now.modified())) {
            notes.tell(Question.ROLL_UP_STAMPS, "last-modified", "Usage changed when the product was modified last.");
        } else if (!then.stamped().equals(now.stamped())) {
            notes.tell(
                    Question.ROLL_UP_STAMPS,
                    "system-modstamp",
                    "Usage changed the product's system time stamp, and not when it was modified last.");
        }
    }

    private static Optional<Stamps> read(Experiment experiment) {
        return experiment
                .bench()
                .questions()
                .stamps(experiment.line().id())
                .fold(
                        found -> Optional.of(found.value()),
                        Optional::empty,
                        no -> Optional.empty(),
                        no -> Optional.empty());
    }
}
