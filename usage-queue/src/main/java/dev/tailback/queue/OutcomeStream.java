package dev.tailback.queue;

import java.time.Duration;
import java.util.List;

/**
 * The road back: outcomes for the ledger, each to one service app, again until acknowledged. One thread reads at a time.
 */
public final class OutcomeStream implements AutoCloseable {
    OutcomeStream() {}

    /**
     * First what this consumer has read and not acknowledged, then what dead consumers left, then what is new.
     *
     * @param limit 1 or more
     * @param block how long to wait for the first outcome
     */
    public List<Outcome> read(int limit, Duration block) {
        throw new UnsupportedOperationException("signature only");
    }

    /** Call it after the ledger has committed: the outcomes are gone from Redis. */
    public void acknowledge(List<Outcome> outcomes) {
        throw new UnsupportedOperationException("signature only");
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException("signature only");
    }
}
