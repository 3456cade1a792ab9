package dev.tailback.worker;

import dev.tailback.mapping.Mapping;
import dev.tailback.queue.EntryQueue;
import dev.tailback.salesforce.bulk.UsageJobs;
import dev.tailback.salesforce.session.SalesforceSession;
import dev.tailback.salesforce.usage.UsageReader;
import dev.tailback.salesforce.usage.UsageWriter;
import dev.tailback.tracing.Traces;
import dev.tailback.worker.breaker.BreakerSettings;
import dev.tailback.worker.bulk.BulkSettings;
import dev.tailback.worker.drain.DrainSettings;
import dev.tailback.worker.entrance.EntranceSettings;
import dev.tailback.worker.pace.Pace;
import dev.tailback.worker.pace.PaceSettings;
import dev.tailback.worker.report.WorkerId;
import dev.tailback.worker.verdict.RetrySettings;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Random;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** What the worker stands on: the queue, Salesforce, time and chance, and its settings feature by feature. */
@Factory
final class WorkerParts {
    private final WorkerConfiguration configuration;

    WorkerParts(WorkerConfiguration configuration) {
        this.configuration = configuration;
    }

    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Singleton
    WorkerId workerId() {
        return WorkerId.ofThisProcess();
    }

    @Singleton
    RandomGenerator random() {
        return new Random();
    }

    @Singleton
    @Bean(preDestroy = "close")
    EntryQueue queue() {
        return EntryQueue.connect(configuration.queue());
    }

    @Singleton
    @Bean(preDestroy = "close")
    Traces traces() {
        return Traces.of(configuration.traces());
    }

    @Singleton
    SalesforceSession session(Clock clock) {
        return new SalesforceSession(configuration.salesforce(), clock);
    }

    @Singleton
    UsageWriter writer(SalesforceSession session, Supplier<Mapping> mapping) {
        return new UsageWriter(session, mapping);
    }

    @Singleton
    UsageReader reader(SalesforceSession session, Supplier<Mapping> mapping) {
        return new UsageReader(session, mapping);
    }

    /** Its calls count as any other, so that the day's calls last. */
    @Singleton
    UsageJobs jobs(SalesforceSession session, Supplier<Mapping> mapping, Pace pace) {
        return new UsageJobs(session, mapping, usage -> {
            pace.called();
            pace.told(usage);
        });
    }

    @Singleton
    EntranceSettings entranceSettings() {
        return configuration.entrance();
    }

    @Singleton
    DrainSettings drainSettings() {
        return configuration.settings().drain();
    }

    @Singleton
    RetrySettings retrySettings() {
        return configuration.settings().retry();
    }

    @Singleton
    BreakerSettings outageSettings() {
        return configuration.settings().outage();
    }

    @Singleton
    BulkSettings bulkSettings() {
        return configuration.settings().bulk();
    }

    @Singleton
    PaceSettings paceSettings() {
        return configuration.settings().pace();
    }
}
