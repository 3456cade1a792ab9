package dev.tailback.worker.drain;

import dev.tailback.worker.outage.Turn;
import dev.tailback.worker.verdict.Patience;
import dev.tailback.worker.waiting.Waiting;
import jakarta.inject.Singleton;

/** Begins the sending of a batch. */
@Singleton
final class Sendings {
    private final Sending.Tools tools;
    private final Waiting waiting;

    Sendings(Calls calls, Patience patience, Setbacks setbacks, Watch watch, DrainSettings settings, Waiting waiting) {
        this.tools = new Sending.Tools(calls, patience, setbacks, watch, settings);
        this.waiting = waiting;
    }

    Sending under(Lease lease, Turn turn) {
        boolean probing = turn instanceof Turn.Probe;
        Doubt doubt = new Doubt(tools.calls(), waiting, tools.settings().inDoubt(), probing);
        return new Sending(tools, lease, doubt);
    }
}
