package dev.tailback.worker.drain;

import dev.tailback.queue.Batch;
import dev.tailback.worker.breaker.CircuitBreaker;
import dev.tailback.worker.breaker.PauseReason;
import dev.tailback.worker.breaker.Permission;
import dev.tailback.worker.breaker.QuotaReserve;
import dev.tailback.worker.waiting.Waiting;
import jakarta.inject.Singleton;
import java.util.Optional;

/** What happens to one batch: send it, report the result to the circuit breaker, settle it. */
@Singleton
public final class WorkBatch {
    private final Sendings sendings;
    private final SettleBatch settle;
    private final CircuitBreaker breaker;
    private final QuotaReserve quota;
    private final Waiting waiting;

    WorkBatch(Sendings sendings, SettleBatch settle, CircuitBreaker breaker, QuotaReserve quota, Waiting waiting) {
        this.sendings = sendings;
        this.settle = settle;
        this.breaker = breaker;
        this.quota = quota;
        this.waiting = waiting;
    }

    void work(Batch batch, Lease lease, Permission permission) {
        if (batch.records().isEmpty()) {
            breaker.released(permission);
            settle.settle(batch, SendResult.NOTHING, lease);
            return;
        }
        settle.settle(batch, send(batch, lease, permission), lease);
    }

    // Every permission goes back to the circuit breaker, also after an error: it would wait for a lost probe for ever.
    private SendResult send(Batch batch, Lease lease, Permission permission) {
        try {
            SendResult sent = sendings.under(lease, permission).send(batch.records());
            report(sent, permission);
            return sent;
        } catch (RuntimeException | Error unexpected) {
            breaker.released(permission);
            throw unexpected;
        }
    }

    // Before settling: another sender must not take the returned records while the circuit still looks closed.
    private void report(SendResult sent, Permission permission) {
        Optional<PauseReason> pause = sent.pause().or(quota::pause);
        if (pause.isPresent()) {
            breaker.failed(permission, pause.get());
        } else if (sent.answered()) {
            breaker.succeeded(permission);
        } else {
            breaker.released(permission);
        }
        if (pause.isPresent() || permission instanceof Permission.Probe) {
            waiting.wake();
        }
    }
}
