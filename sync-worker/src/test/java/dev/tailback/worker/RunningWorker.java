package dev.tailback.worker;

import dev.tailback.program.Endpoint;
import dev.tailback.queue.QueueConfiguration;
import dev.tailback.salesforce.SalesforceConfiguration;
import dev.tailback.tracing.TraceSettings;
import dev.tailback.usage.UsageRecord;
import dev.tailback.worker.entrance.EntranceSettings;
import io.micronaut.runtime.EmbeddedApplication;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** A whole worker as it runs in production, but impatient. */
public final class RunningWorker implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final EmbeddedApplication<?> application;

    private RunningWorker(EmbeddedApplication<?> application) {
        this.application = application;
    }

    public static RunningWorker start(String redisUri, SalesforceConfiguration salesforce, WorkerSettings settings) {
        return start(redisUri, salesforce, settings, TraceSettings.OFF);
    }

    public static RunningWorker start(
            String redisUri, SalesforceConfiguration salesforce, WorkerSettings settings, TraceSettings traces) {
        QueueConfiguration queue = new QueueConfiguration(UsageRecord.QUEUE, redisUri, 1, Duration.ofSeconds(20));
        return new RunningWorker(Application.start(
                new WorkerConfiguration(queue, salesforce, settings, EntranceSettings.standard(), traces),
                new Endpoint("127.0.0.1", 0)));
    }

    /** Waits in milliseconds instead of seconds and minutes. */
    public static WorkerSettings impatient() {
        return impatient(Duration.ofSeconds(20), Duration.ofSeconds(60));
    }

    public static WorkerSettings impatient(Duration callLimit, Duration lease) {
        WorkerSettings standard = WorkerSettings.standard(callLimit);
        Duration blink = Duration.ofMillis(20);
        return standard.with(standard.drain().withRestBeforeRepeat(blink).withLease(lease))
                .with(standard.retry()
                        .withDelays(blink, Duration.ofMillis(60))
                        .withBusyDelays(blink, Duration.ofMillis(60)))
                .with(standard.outage().withWaits(blink, Duration.ofMillis(60), blink));
    }

    public <T> T part(Class<T> type) {
        return application.getApplicationContext().getBean(type);
    }

    public String get(String path) {
        URI address = URI.create(application
                        .getApplicationContext()
                        .getBean(EmbeddedServer.class)
                        .getURI()
                + path);
        try {
            return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException failure) {
            throw new AssertionError(address + " does not answer", failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", stopped);
        }
    }

    @Override
    public void close() {
        if (application.isRunning()) {
            application.close();
        }
    }
}
