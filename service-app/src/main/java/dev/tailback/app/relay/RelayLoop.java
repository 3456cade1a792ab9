package dev.tailback.app.relay;

import dev.tailback.app.ledger.DueSignal;
import dev.tailback.app.loops.Loop;
import dev.tailback.app.loops.Loops;
import dev.tailback.app.operator.pause.SyncPause;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

/** Lets the relay go round at every signal, and at the sweep's pace without one. */
@Singleton
@Requires(property = "relay.running", notEquals = "false")
class RelayLoop {

    private final UsageRelay relay;
    private final SyncPause pause;
    private final DueSignal due;
    private final RelaySettings settings;
    private final Loops loops;
    private Loop loop;

    RelayLoop(UsageRelay relay, SyncPause pause, DueSignal due, RelaySettings settings, Loops loops) {
        this.relay = relay;
        this.pause = pause;
        this.due = due;
        this.settings = settings;
        this.loops = loops;
    }

    @EventListener
    void start(StartupEvent started) {
        loop = loops.start(
                "usage-relay",
                () -> {
                    round();
                    due.await(settings.sweepEvery());
                },
                due::give);
    }

    /** The relay's round comes in any case: a part of Redis that cannot be told of a pause keeps nothing from the others. */
    private void round() {
        try {
            pause.apply();
        } finally {
            relay.round();
        }
    }

    @PreDestroy
    void stop() {
        if (loop != null) {
            loop.close();
        }
    }
}
