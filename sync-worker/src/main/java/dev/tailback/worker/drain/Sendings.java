package dev.tailback.worker.drain;

import dev.tailback.worker.breaker.Permission;
import dev.tailback.worker.verdict.RetryPolicy;
import dev.tailback.worker.waiting.Waiting;
import jakarta.inject.Singleton;

/** Begins the sending of a batch. */
@Singleton
final class Sendings {
    private final Sending.Tools tools;
    private final Waiting waiting;

    Sendings(
            SalesforceCalls calls,
            RetryPolicy retryPolicy,
            UncountedRetries uncountedRetries,
            SenderWatch watch,
            DrainSettings settings,
            Waiting waiting) {
        this.tools = new Sending.Tools(calls, retryPolicy, uncountedRetries, watch, settings);
        this.waiting = waiting;
    }

    Sending under(Lease lease, Permission permission) {
        boolean probing = permission instanceof Permission.Probe;
        BlameSearch blameSearch =
                new BlameSearch(tools.calls(), waiting, tools.settings().restBeforeRepeat(), probing);
        return new Sending(tools, lease, blameSearch);
    }
}
