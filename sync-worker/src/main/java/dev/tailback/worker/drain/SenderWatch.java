package dev.tailback.worker.drain;

import dev.tailback.worker.loops.Failures;
import dev.tailback.worker.loops.SignsOfLife;
import dev.tailback.worker.waiting.Waiting;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Watches the senders: whether one may send the next call, whether it is alive, whether it failed. */
@Singleton
public final class SenderWatch {
    private static final String SENDER = "sender";

    private final Waiting waiting;
    private final SignsOfLife signs;
    private final Failures failures;
    private final Duration longestTurn;

    SenderWatch(Waiting waiting, SignsOfLife signs, Failures failures, DrainSettings settings) {
        this.waiting = waiting;
        this.signs = signs;
        this.failures = failures;
        this.longestTurn = settings.longestTurn();
    }

    void begins(Lease lease) {
        signs.begins(Thread.currentThread().getName(), longestTurn);
        lease.turned();
    }

    void ends() {
        signs.rests(Thread.currentThread().getName());
    }

    /** Asked before every step that may take this long: no step may outlive its lease. */
    boolean mayGoOn(Lease lease, Duration next) {
        turned(lease);
        return !waiting.isStopped() && lease.covers(next);
    }

    /** Waits for that time; false if the worker stops meanwhile. */
    boolean rested(Duration time) {
        waiting.rest(time);
        return !waiting.isStopped();
    }

    void turned(Lease lease) {
        signs.turned(Thread.currentThread().getName());
        lease.turned();
    }

    void failed(Throwable unexpected) {
        failures.met(SENDER, unexpected);
    }
}
