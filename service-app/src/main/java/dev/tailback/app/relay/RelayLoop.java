package dev.tailback.app.relay;

import dev.tailback.app.ledger.Ledger;
import dev.tailback.web.loops.LoopWork;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/** Lets the relay go round at every signal, and at the sweep's pace without one. */
@Singleton
@Requires(property = "relay.running", notEquals = "false")
class RelayLoop implements LoopWork {

    private final UsageRelay relay;
    private final QueueOrders orders;
    private final Ledger ledger;
    private final RelaySettings settings;

    RelayLoop(UsageRelay relay, QueueOrders orders, Ledger ledger, RelaySettings settings) {
        this.relay = relay;
        this.orders = orders;
        this.ledger = ledger;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "usage-relay";
    }

    @Override
    public void round() throws InterruptedException {
        offer();
        ledger.awaitSignal(settings.sweepEvery());
    }

    /**
     * The relay works in any case: a part of Redis that cannot be told of a pause or of the mapping does not block the
     * others.
     */
    private void offer() {
        try {
            orders.tell();
        } finally {
            relay.round();
        }
    }

    @Override
    public void wake() {
        ledger.wakeRelay();
    }
}
