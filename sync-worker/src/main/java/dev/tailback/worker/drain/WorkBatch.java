package dev.tailback.worker.drain;

import dev.tailback.queue.Batch;
import dev.tailback.worker.outage.Halt;
import dev.tailback.worker.outage.OutageGate;
import dev.tailback.worker.outage.QuotaReserve;
import dev.tailback.worker.outage.Turn;
import dev.tailback.worker.waiting.Waiting;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The way of one batch: send it, let the gate know what came of it, settle it. */
@Singleton
public final class WorkBatch {
    private final Sendings sendings;
    private final SettleBatch settle;
    private final OutageGate gate;
    private final QuotaReserve quota;
    private final Waiting waiting;

    WorkBatch(Sendings sendings, SettleBatch settle, OutageGate gate, QuotaReserve quota, Waiting waiting) {
        this.sendings = sendings;
        this.settle = settle;
        this.gate = gate;
        this.quota = quota;
        this.waiting = waiting;
    }

    void work(Batch batch, Lease lease, Turn turn) {
        if (batch.records().isEmpty()) {
            gate.returned(turn);
            settle.settle(batch, Sent.NOTHING, lease);
            return;
        }
        settle.settle(batch, send(batch, lease, turn), lease);
    }

    // The gate hears of every turn it gave, whatever happens: it would wait for a lost probe for ever.
    private Sent send(Batch batch, Lease lease, Turn turn) {
        try {
            Sent sent = sendings.under(lease, turn).send(batch.records());
            tellGate(sent, turn);
            return sent;
        } catch (RuntimeException | Error unexpected) {
            gate.returned(turn);
            throw unexpected;
        }
    }

    // Before settling: what is given back must not be taken again by someone who still finds the gate open.
    private void tellGate(Sent sent, Turn turn) {
        Optional<Halt> halt = sent.halt().or(quota::halt);
        if (halt.isPresent()) {
            gate.halted(turn, halt.get());
        } else if (sent.answered()) {
            gate.answered(turn);
        } else {
            gate.returned(turn);
        }
        if (halt.isPresent() || turn instanceof Turn.Probe) {
            waiting.wake();
        }
    }
}
