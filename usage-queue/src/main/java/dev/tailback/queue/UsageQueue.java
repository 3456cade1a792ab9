package dev.tailback.queue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Signatures. */
public final class UsageQueue implements AutoCloseable {
    private UsageQueue() {}

    /** Works while Redis is down: commands then throw {@link QueueUnavailable} until it is back. */
    public static UsageQueue connect(QueueConfiguration configuration) {
        throw new UnsupportedOperationException("signature only");
    }

    public Offered offer(List<UsageRecord> records) {
        throw new UnsupportedOperationException("signature only");
    }

    public Take take(String batchId, int limit, Duration lease) {
        throw new UnsupportedOperationException("signature only");
    }

    public boolean awaitWork(Duration timeout) {
        throw new UnsupportedOperationException("signature only");
    }

    public boolean extend(String batchId, Duration lease) {
        throw new UnsupportedOperationException("signature only");
    }

    public Settled settle(String batchId, List<Settlement> settlements) {
        throw new UnsupportedOperationException("signature only");
    }

    public boolean release(String batchId, Duration delay) {
        throw new UnsupportedOperationException("signature only");
    }

    public boolean needsRebuild() {
        throw new UnsupportedOperationException("signature only");
    }

    public Optional<Rebuild> beginRebuild(Duration lock) {
        throw new UnsupportedOperationException("signature only");
    }

    public QueueStatus status() {
        throw new UnsupportedOperationException("signature only");
    }

    public void pause(String reason) {
        throw new UnsupportedOperationException("signature only");
    }

    public void resume() {
        throw new UnsupportedOperationException("signature only");
    }

    public void report(WorkerReport report) {
        throw new UnsupportedOperationException("signature only");
    }

    public List<WorkerReport> workers() {
        throw new UnsupportedOperationException("signature only");
    }

    public OutcomeStream outcomes(String consumerName) {
        throw new UnsupportedOperationException("signature only");
    }

    /** Violated invariants, one sentence each; empty when all hold. Reads everything: for tests and operators. */
    public List<String> audit() {
        throw new UnsupportedOperationException("signature only");
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException("signature only");
    }
}
