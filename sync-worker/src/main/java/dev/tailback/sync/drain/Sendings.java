package dev.tailback.sync.drain;

import dev.tailback.sync.verdict.Patience;
import dev.tailback.sync.waiting.Waiting;
import jakarta.inject.Singleton;

/** Begins the sending of a batch. */
@Singleton
final class Sendings {
    private final Calls calls;
    private final Patience patience;
    private final Waiting waiting;
    private final DrainSettings settings;

    Sendings(Calls calls, Patience patience, Waiting waiting, DrainSettings settings) {
        this.calls = calls;
        this.patience = patience;
        this.waiting = waiting;
        this.settings = settings;
    }

    Sending under(Lease lease) {
        return new Sending(calls, patience, waiting, settings, lease);
    }
}
