package dev.tailback.worker.drain;

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
    private final Sending.Tools tools;
    private final SettleBatch settle;
    private final CircuitBreaker breaker;
    private final QuotaReserve quota;
    private final Waiting waiting;

    WorkBatch(Sending.Tools tools, SettleBatch settle, CircuitBreaker breaker, QuotaReserve quota, Waiting waiting) {
        this.tools = tools;
        this.settle = settle;
        this.breaker = breaker;
        this.quota = quota;
        this.waiting = waiting;
    }

    /**
     * @param saved the records that need no call any more
     * @return whether sending goes on after it
     */
    boolean work(Lease lease, Permission permission, SavedInBulk saved) {
        if (lease.batch().records().isEmpty()) {
            breaker.released(permission);
            settle.settle(lease, SendResult.NOTHING_SENT);
            return true;
        }
        SendResult result = send(lease, permission, saved);
        settle.settle(lease, result);
        return result.pause().isEmpty();
    }

    /** Sends nothing more; never says that sending goes on. */
    boolean giveBack(Lease lease, SavedInBulk saved) {
        settle.settle(lease, new SendResult(saved.decided(), saved.attempts(), Optional.empty(), false));
        return false;
    }

    // Every permission goes back to the circuit breaker, also after an error: it would wait for a lost probe for ever.
    private SendResult send(Lease lease, Permission permission, SavedInBulk saved) {
        try {
            SendResult result = new Sending(tools, lease, permission, saved).send();
            report(result, permission);
            return result;
        } catch (RuntimeException | Error unexpected) {
            breaker.released(permission);
            throw unexpected;
        }
    }

    // Before settling: another sender must not take the returned records while the circuit still looks closed.
    private void report(SendResult result, Permission permission) {
        Optional<PauseReason> pause = result.pause().or(quota::pause);
        if (pause.isPresent()) {
            breaker.failed(permission, pause.get());
        } else if (result.answered()) {
            breaker.succeeded(permission);
        } else {
            breaker.released(permission);
        }
        if (pause.isPresent() || permission.isProbe()) {
            waiting.wake();
        }
    }
}
