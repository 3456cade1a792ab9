package dev.tailback.worker.drain;

import dev.tailback.worker.outage.Halt;
import dev.tailback.worker.outage.Outage;
import dev.tailback.worker.outage.OutageGate;
import dev.tailback.worker.outage.Turn;
import jakarta.inject.Singleton;

/**
 * Ends an outage in which nothing waits any more, say because another worker has sent it: a small read tells whether Salesforce answers again, so that nobody
 * is shown an outage that is over. If writes alone are refused, the next one will say so.
 */
@Singleton
final class IdleProbe {
    private final Calls calls;
    private final OutageGate gate;

    IdleProbe(Calls calls, OutageGate gate) {
        this.calls = calls;
        this.gate = gate;
    }

    /** @param turn the turn that found nothing to send */
    void use(Turn turn) {
        gate.outage().filter(outage -> turn instanceof Turn.Probe).ifPresent(outage -> probe(turn, outage));
    }

    private void probe(Turn turn, Outage outage) {
        Halt halt = outage.halt();
        if (halt.isShortOfCalls()) {
            gate.returned(turn);
        } else if (calls.salesforceAnswers()) {
            gate.answered(turn);
        } else {
            gate.halted(turn, halt);
        }
    }
}
