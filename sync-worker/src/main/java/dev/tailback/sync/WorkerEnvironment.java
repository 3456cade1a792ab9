package dev.tailback.sync;

import static dev.tailback.sync.Variables.duration;

import dev.tailback.queue.QueueConfiguration;
import dev.tailback.salesforce.SalesforceConfiguration;
import dev.tailback.sync.drain.DrainSettings;
import dev.tailback.sync.outage.OutageSettings;
import dev.tailback.sync.verdict.RetrySettings;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Reads the environment, the only place that does. Everything wrong with it is found in one go, one sentence for each variable. */
public final class WorkerEnvironment {
    private static final String SOME_URL = "https://example.my.salesforce.com";
    private static final Duration WRITE_LIMIT = Duration.ofSeconds(60);

    private final Variables variables;

    private WorkerEnvironment(Variables variables) {
        this.variables = variables;
    }

    /** @throws UnusableEnvironment with a sentence for every variable that is missing or malformed */
    public static WorkerConfiguration read(Map<String, String> variables) {
        return new WorkerEnvironment(new Variables(variables)).read();
    }

    private WorkerConfiguration read() {
        Optional<QueueConfiguration> queue = variables.checked(() -> QueueConfiguration.of(variables.raw("REDIS_URI")));
        Optional<SalesforceConfiguration> salesforce = salesforce();
        WorkerSettings settings = settings();
        if (!variables.complaints().isEmpty()) {
            throw new UnusableEnvironment(variables.complaints());
        }
        return new WorkerConfiguration(queue.orElseThrow(), salesforce.orElseThrow(), settings);
    }

    // Each variable beside good ones, so that one that is wrong does not hide the next.
    private Optional<SalesforceConfiguration> salesforce() {
        String url = variables.raw("SALESFORCE_LOGIN_URL");
        String id = variables.raw("SALESFORCE_CLIENT_ID");
        String secret = variables.raw("SALESFORCE_CLIENT_SECRET");
        String version = variables.raw("SALESFORCE_API_VERSION");
        variables.checked(() -> SalesforceConfiguration.of(url, "id", "secret", null));
        variables.checked(() -> SalesforceConfiguration.of(SOME_URL, id, "secret", null));
        variables.checked(() -> SalesforceConfiguration.of(SOME_URL, "id", secret, null));
        variables.checked(() -> SalesforceConfiguration.of(SOME_URL, "id", "secret", version));
        return variables.complaints().isEmpty() ? Optional.of(whole(url, id, secret, version)) : Optional.empty();
    }

    private static SalesforceConfiguration whole(String url, String id, String secret, String version) {
        SalesforceConfiguration salesforce = SalesforceConfiguration.of(url, id, secret, version);
        return salesforce.withTimeouts(salesforce.connectTimeout(), salesforce.readTimeout(), WRITE_LIMIT);
    }

    private WorkerSettings settings() {
        WorkerSettings standard = WorkerSettings.standard(WRITE_LIMIT);
        return new WorkerSettings(drain(standard.drain()), retry(standard.retry()), outage(standard.outage()));
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

    private OutageSettings outage(OutageSettings standard) {
        return variables.changed(
                "WORKER_QUOTA_SHARE", standard, text -> standard.withQuotaShare(Double.parseDouble(text)));
    }
}
