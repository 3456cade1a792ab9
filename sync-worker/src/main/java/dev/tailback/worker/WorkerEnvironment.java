package dev.tailback.worker;

import static dev.tailback.worker.Variables.duration;

import dev.tailback.edge.EdgeLimits;
import dev.tailback.queue.QueueConfiguration;
import dev.tailback.salesforce.SalesforceConfiguration;
import dev.tailback.worker.breaker.BreakerSettings;
import dev.tailback.worker.drain.DrainSettings;
import dev.tailback.worker.entrance.EntranceSettings;
import dev.tailback.worker.verdict.RetrySettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the environment, the only place that does. Everything wrong with it is found in one go, one sentence for each variable. */
public final class WorkerEnvironment {
    private static final String SOME_URL = "https://example.my.salesforce.com";
    private static final Duration STANDARD_CALL_LIMIT = Duration.ofSeconds(60);
    private static final Duration SHORTEST_CALL_LIMIT = Duration.ofSeconds(1);
    /** Salesforce itself ends a call after ten minutes. */
    private static final Duration LONGEST_CALL_LIMIT = Duration.ofMinutes(10);

    private final Variables variables;

    private WorkerEnvironment(Variables variables) {
        this.variables = variables;
    }

    /** @throws UnusableEnvironment with a sentence for every variable that is missing or malformed */
    public static WorkerConfiguration read(Map<String, String> variables) {
        return new WorkerEnvironment(new Variables(variables)).read();
    }

    private WorkerConfiguration read() {
        Optional<QueueConfiguration> queue = variables.checked(
                () -> QueueConfiguration.read(variables.raw("REDIS_URI"), variables.raw("REDIS_SHARDS")));
        Duration callLimit =
                variables.changed("SALESFORCE_WRITE_TIMEOUT", STANDARD_CALL_LIMIT, WorkerEnvironment::callLimit);
        Optional<SalesforceConfiguration> salesforce = salesforce(callLimit);
        WorkerSettings settings = settings(callLimit);
        EntranceSettings entrance = entrance();
        if (!variables.complaints().isEmpty()) {
            throw new UnusableEnvironment(variables.complaints());
        }
        return new WorkerConfiguration(queue.orElseThrow(), salesforce.orElseThrow(), settings, entrance);
    }

    // Each variable beside good ones, so that one that is wrong does not hide the next.
    private Optional<SalesforceConfiguration> salesforce(Duration callLimit) {
        String url = variables.raw("SALESFORCE_LOGIN_URL");
        String id = variables.raw("SALESFORCE_CLIENT_ID");
        String secret = variables.raw("SALESFORCE_CLIENT_SECRET");
        String version = variables.raw("SALESFORCE_API_VERSION");
        variables.checked(() -> SalesforceConfiguration.of(url, "id", "secret", null));
        variables.checked(() -> SalesforceConfiguration.of(SOME_URL, id, "secret", null));
        variables.checked(() -> SalesforceConfiguration.of(SOME_URL, "id", secret, null));
        variables.checked(() -> SalesforceConfiguration.of(SOME_URL, "id", "secret", version));
        variables.checked(() -> throughProxy(SalesforceConfiguration.of(SOME_URL, "id", "secret", null)));
        return variables.complaints().isEmpty()
                ? Optional.of(throughProxy(SalesforceConfiguration.of(url, id, secret, version)))
                        .map(salesforce -> salesforce.withTimeouts(
                                salesforce.connectTimeout(), salesforce.readTimeout(), callLimit))
                : Optional.empty();
    }

    private SalesforceConfiguration throughProxy(SalesforceConfiguration salesforce) {
        return salesforce.withProxy(
                variables.raw("SALESFORCE_PROXY_HOST"),
                variables.raw("SALESFORCE_PROXY_PORT"),
                variables.raw("SALESFORCE_PROXY_USER"),
                variables.raw("SALESFORCE_PROXY_PASSWORD"));
    }

    private static Duration callLimit(String text) {
        Duration limit = duration(text);
        if (limit.compareTo(SHORTEST_CALL_LIMIT) < 0 || limit.compareTo(LONGEST_CALL_LIMIT) > 0) {
            throw new IllegalArgumentException("must be 1 s to 10 min, but is '" + text + "'");
        }
        return limit;
    }

    private WorkerSettings settings(Duration callLimit) {
        WorkerSettings standard = WorkerSettings.standard(callLimit);
        return new WorkerSettings(drain(standard.drain()), retry(standard.retry()), outage(standard.outage()));
    }

    private EntranceSettings entrance() {
        List<String> unusable = EdgeLimits.complaints(variables::raw);
        variables.complaints().addAll(unusable);
        EntranceSettings limited = unusable.isEmpty()
                ? EntranceSettings.standard().withLimits(EdgeLimits.read(variables::raw))
                : EntranceSettings.standard();
        return variables.changed("WORKER_METRICS_TOKEN", limited, limited::withToken);
    }

    private DrainSettings drain(DrainSettings standard) {
        DrainSettings calls = variables.changed(
                "WORKER_CALLS_IN_FLIGHT", standard, text -> standard.withCallsInFlight(Integer.parseInt(text)));
        DrainSettings size =
                variables.changed("WORKER_BATCH_SIZE", calls, text -> calls.withBatchSize(Integer.parseInt(text)));
        DrainSettings lease = variables.changed("WORKER_LEASE", size, text -> size.withLease(duration(text)));
        return variables.changed("WORKER_STOP_WITHIN", lease, text -> lease.withStopWithin(duration(text)));
    }

    private RetrySettings retry(RetrySettings standard) {
        RetrySettings limit =
                variables.changed("WORKER_RETRY_LIMIT", standard, text -> standard.withLimit(Integer.parseInt(text)));
        RetrySettings first = variables.changed(
                "WORKER_FIRST_RETRY", limit, text -> limit.withDelays(duration(text), limit.longest()));
        return variables.changed(
                "WORKER_LONGEST_RETRY", first, text -> first.withDelays(first.first(), duration(text)));
    }

    private BreakerSettings outage(BreakerSettings standard) {
        BreakerSettings share = variables.changed(
                "WORKER_QUOTA_SHARE", standard, text -> standard.withQuotaShare(Double.parseDouble(text)));
        BreakerSettings probes = variables.changed(
                "WORKER_LONGEST_PROBE_WAIT",
                share,
                text -> share.withWaits(share.firstWait(), duration(text), share.quotaWait()));
        return variables.changed(
                "WORKER_QUOTA_WAIT",
                probes,
                text -> probes.withWaits(probes.firstWait(), probes.longestWait(), duration(text)));
    }
}
