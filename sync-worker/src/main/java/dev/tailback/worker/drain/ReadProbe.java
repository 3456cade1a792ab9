package dev.tailback.worker.drain;

import dev.tailback.worker.breaker.CircuitBreaker;
import dev.tailback.worker.breaker.Outage;
import dev.tailback.worker.breaker.PauseReason;
import dev.tailback.worker.breaker.Permission;
import jakarta.inject.Singleton;

/**
 * The probe when no work waits, for example because another worker has sent it: a small read shows whether Salesforce
 * answers again, so that people do not see an outage that is over. If Salesforce refuses only writes, the next write
 * opens the circuit again.
 */
@Singleton
final class ReadProbe {
    private final SalesforceCalls calls;
    private final CircuitBreaker breaker;

    ReadProbe(SalesforceCalls calls, CircuitBreaker breaker) {
        this.calls = calls;
        this.breaker = breaker;
    }

    /** @param permission the permission for which there was nothing to send */
    void use(Permission permission) {
        breaker.outage().filter(outage -> permission.isProbe()).ifPresent(outage -> probe(permission, outage));
    }

    private void probe(Permission permission, Outage outage) {
        PauseReason pause = outage.cause();
        if (pause.isShortOfCalls()) {
            breaker.released(permission);
        } else if (calls.salesforceAnswers()) {
            breaker.succeeded(permission);
        } else {
            breaker.failed(permission, pause);
        }
    }
}
