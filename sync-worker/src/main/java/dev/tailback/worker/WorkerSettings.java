package dev.tailback.worker;

import dev.tailback.worker.breaker.BreakerSettings;
import dev.tailback.worker.drain.DrainSettings;
import dev.tailback.worker.verdict.RetrySettings;
import java.time.Duration;

/** Everything about the worker that can be set, feature by feature; each record states its defaults. */
public record WorkerSettings(DrainSettings drain, RetrySettings retry, BreakerSettings outage) {

    /** @param callLimit the longest a write to Salesforce may take */
    public static WorkerSettings standard(Duration callLimit) {
        return new WorkerSettings(
                DrainSettings.standard(callLimit), RetrySettings.standard(), BreakerSettings.standard());
    }

    public WorkerSettings with(DrainSettings drain) {
        return new WorkerSettings(drain, retry, outage);
    }

    public WorkerSettings with(RetrySettings retry) {
        return new WorkerSettings(drain, retry, outage);
    }

    public WorkerSettings with(BreakerSettings outage) {
        return new WorkerSettings(drain, retry, outage);
    }
}
