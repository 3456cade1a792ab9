package dev.tailback.worker;

import static dev.tailback.program.Variable.REDIS_SHARDS;
import static dev.tailback.program.Variable.REDIS_URI;
import static dev.tailback.program.Variable.SALESFORCE_WRITE_TIMEOUT;

import dev.tailback.program.Environment;
import dev.tailback.queue.QueueConfiguration;
import dev.tailback.salesforce.SalesforceConfiguration;
import dev.tailback.tracing.TraceSettings;
import dev.tailback.usage.UsageRecord;
import dev.tailback.worker.entrance.EntranceSettings;
import java.time.Duration;
import java.util.Optional;

/** Where the queue and Salesforce are, how to work between them, and what the outside may see of it: its addresses and its traces. */
public record WorkerConfiguration(
        QueueConfiguration queue,
        SalesforceConfiguration salesforce,
        WorkerSettings settings,
        EntranceSettings entrance,
        TraceSettings traces) {
    private static final Duration STANDARD_CALL_LIMIT = Duration.ofSeconds(60);
    private static final Duration SHORTEST_CALL_LIMIT = Duration.ofSeconds(1);
    /** Salesforce itself ends a call after ten minutes. */
    private static final Duration LONGEST_CALL_LIMIT = Duration.ofMinutes(10);

    /** @throws dev.tailback.program.CannotStart with a sentence for every value that is missing or malformed */
    public static WorkerConfiguration read(Environment environment) {
        Optional<QueueConfiguration> queue = environment.checked(() -> QueueConfiguration.read(
                UsageRecord.QUEUE, environment.text(REDIS_URI), environment.text(REDIS_SHARDS)));
        Optional<SalesforceConfiguration> salesforce = SalesforceConfiguration.read(environment);
        Duration callLimit = environment.duration(
                SALESFORCE_WRITE_TIMEOUT, STANDARD_CALL_LIMIT, SHORTEST_CALL_LIMIT, LONGEST_CALL_LIMIT);
        WorkerSettings settings = WorkerSettings.read(environment, callLimit);
        EntranceSettings entrance = EntranceSettings.read(environment);
        TraceSettings traces = TraceSettings.read(environment, "sync-worker");
        environment.refuse();
        return new WorkerConfiguration(
                queue.orElseThrow(), limited(salesforce.orElseThrow(), callLimit), settings, entrance, traces);
    }

    private static SalesforceConfiguration limited(SalesforceConfiguration salesforce, Duration callLimit) {
        return salesforce.withTimeouts(salesforce.connectTimeout(), salesforce.readTimeout(), callLimit);
    }
}
