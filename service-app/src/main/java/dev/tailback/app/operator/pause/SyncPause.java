package dev.tailback.app.operator.pause;

import dev.tailback.app.ledger.Ledger;
import dev.tailback.app.operator.holds.HoldView;
import dev.tailback.app.operator.holds.SyncHolds;
import dev.tailback.app.operator.operations.Operation;
import dev.tailback.app.operator.operations.Operations;
import dev.tailback.app.operator.operations.OperatorAction;
import dev.tailback.app.operator.operations.Scope;
import dev.tailback.queue.EntryQueue;
import dev.tailback.queue.QueueUnavailable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pause. PostgreSQL keeps whether there is one, as the last operation of that kind. The flag in Redis that stops
 * the workers is set again and again to say the same, because Redis may forget it. It is set before a rebuilt queue
 * opens, so that a wiped Redis sends nothing.
 */
@Singleton
public class SyncPause {

    private static final Logger LOG = LoggerFactory.getLogger(SyncPause.class);

    private final Operations operations;
    private final SyncHolds holds;
    private final Ledger ledger;
    private final EntryQueue queue;

    SyncPause(Operations operations, SyncHolds holds, Ledger ledger, EntryQueue queue) {
        this.operations = operations;
        this.holds = holds;
        this.ledger = ledger;
        this.queue = queue;
    }

    public PauseView now() {
        return operations.lastPauseOrResumption().map(PauseView::of).orElse(PauseView.NEVER);
    }

    /** Pausing what is paused changes the reason. */
    public PauseView pause(String who, String reason) {
        return turn(OperatorAction.PAUSED, who, reason);
    }

    /** Does nothing when nothing is paused. */
    public PauseView resume(String who, String reason) {
        return now().paused() ? turn(OperatorAction.RESUMED, who, reason) : now();
    }

    private PauseView turn(OperatorAction action, String who, String reason) {
        ledger.write(() -> {
            operations.record(who, action, reason, Scope.ALL);
            return action;
        });
        try {
            apply();
        } catch (QueueUnavailable later) {
            LOG.warn("The queue cannot be told just now, and is told as soon as it can: {}", later.getMessage());
        }
        return now();
    }

    /** What is held while everything else goes on, the oldest first. */
    public List<HoldView> holds() {
        return holds.now();
    }

    /** Whether anything must not be sent, be it all or a part. */
    public boolean stopsAnything() {
        return now().paused() || holds.any();
    }

    /**
     * Makes the queue say what the ledger says, of the pause and of the holds.
     *
     * @throws QueueUnavailable when Redis, or a part of it, is down; the other parts are told
     */
    public void apply() {
        try {
            holds.apply();
        } finally {
            applyPause();
        }
    }

    private void applyPause() {
        Optional<Operation> pause =
                operations.lastPauseOrResumption().filter(last -> last.what() == OperatorAction.PAUSED);
        Optional<String> wanted = pause.map(by -> by.who() + ": " + by.reason());
        if (!says(wanted)) {
            wanted.ifPresentOrElse(queue.operations()::pause, queue.operations()::resume);
        }
    }

    /** A part of Redis that does not answer does not keep the others from being told. */
    private boolean says(Optional<String> wanted) {
        try {
            return wanted.equals(queue.operations().status().paused().map(flag -> flag.reason()));
        } catch (QueueUnavailable partly) {
            return false;
        }
    }
}
