package dev.tailback.app.relay;

import dev.tailback.app.ledger.Ledger;
import dev.tailback.app.loops.LoopWork;
import dev.tailback.app.operator.pause.SyncPause;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/** Lets the relay go round at every signal, and at the sweep's pace without one. */
@Singleton
@Requires(property = "relay.running", notEquals = "false")
class RelayLoop implements LoopWork {

    private final UsageRelay relay;
    private final SyncPause pause;
    private final Ledger ledger;
    private final RelaySettings settings;

    RelayLoop(UsageRelay relay, SyncPause pause, Ledger ledger, RelaySettings settings) {
        this.relay = relay;
        this.pause = pause;
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
     * The relay works in any case: a part of Redis that cannot be told of a pause does not block the others.
     */
    private void offer() {
        try {
            pause.apply();
        } finally {
            relay.round();
        }
    }

    @Override
    public void wake() {
        ledger.wakeRelay();
    }
}
