package dev.tailback.app.operator.pause;

import dev.tailback.app.ledger.Ledger;
import dev.tailback.app.operator.operations.Operation;
import dev.tailback.app.operator.operations.Operations;
import dev.tailback.app.operator.operations.OperatorAction;
import dev.tailback.app.operator.operations.Scope;
import dev.tailback.queue.QueueUnavailable;
import dev.tailback.queue.UsageQueue;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pause. Whether there is one is kept in PostgreSQL, as the last act of that kind; the flag in Redis that stops the workers is made to say the same,
 * again and again, because Redis may forget it. It is set before a rebuilt queue opens, so that a wiped Redis sends nothing.
 */
@Singleton
public class SyncPause {

    private static final Logger LOG = LoggerFactory.getLogger(SyncPause.class);

    private final Operations acts;
    private final Ledger ledger;
    private final UsageQueue queue;

    SyncPause(Operations acts, Ledger ledger, UsageQueue queue) {
        this.acts = acts;
        this.ledger = ledger;
        this.queue = queue;
    }

    public PauseView now() {
        return acts.lastPauseOrResumption()
                .map(act -> new PauseView(act.what() == OperatorAction.PAUSED, act.who(), act.at(), act.why()))
                .orElse(PauseView.NEVER);
    }

    /** Pausing what is paused changes the reason. */
    PauseView pause(String who, String why) {
        return turn(OperatorAction.PAUSED, who, why);
    }

    /** Does nothing when nothing is paused. */
    PauseView resume(String who, String why) {
        return now().paused() ? turn(OperatorAction.RESUMED, who, why) : now();
    }

    private PauseView turn(OperatorAction deed, String who, String why) {
        ledger.write(() -> {
            acts.record(who, deed, why, 0, Scope.ALL);
            return deed;
        });
        try {
            apply();
        } catch (QueueUnavailable later) {
            LOG.warn("The queue cannot be told just now, and is told as soon as it can: {}", later.getMessage());
        }
        return now();
    }

    /**
     * Makes the queue say what the ledger says.
     *
     * @throws QueueUnavailable when Redis, or a part of it, is down; the other parts are told
     */
    public void apply() {
        Optional<Operation> pause = acts.lastPauseOrResumption().filter(act -> act.what() == OperatorAction.PAUSED);
        Optional<String> wanted = pause.map(act -> act.who() + ": " + act.why());
        if (!says(wanted)) {
            wanted.ifPresentOrElse(queue::pause, queue::resume);
        }
    }

    /** A part of Redis that does not answer keeps nobody from telling the others. */
    private boolean says(Optional<String> wanted) {
        try {
            return wanted.equals(queue.status().paused().map(flag -> flag.reason()));
        } catch (QueueUnavailable partly) {
            return false;
        }
    }
}
