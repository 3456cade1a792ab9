package dev.tailback.app.metrics;

import dev.tailback.app.operator.pause.SyncPause;
import dev.tailback.app.operator.sync.QueueView;
import dev.tailback.queue.EntryQueue;
import dev.tailback.queue.QueueStatus;
import dev.tailback.queue.QueueUnavailable;
import dev.tailback.web.metrics.Reading;
import dev.tailback.web.metrics.Source;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The queue, the workers, and the pause. A queue that cannot be reached is a state of its own. */
@Singleton
class QueueMetrics implements Source {

    private static final List<String> STATES =
            List.of("open", "shut", "rebuilding", "paused", "unavailable", "refusing");

    private final EntryQueue queue;
    private final SyncPause pause;
    private final MeterRegistry registry;
    private final Reading<QueueStatus> status;
    private final Reading<String> state;
    private final Reading<Integer> workers;
    private final Reading<Boolean> paused;
    private final Reading<Integer> holds;

    QueueMetrics(EntryQueue queue, SyncPause pause, MeterRegistry registry, Clock clock) {
        this.queue = queue;
        this.pause = pause;
        this.registry = registry;
        this.status = new Reading<>(clock);
        this.state = new Reading<>(clock);
        this.workers = new Reading<>(clock);
        this.paused = new Reading<>(clock);
        this.holds = new Reading<>(clock);
        gauge("waiting.records", "Records ready to be taken", QueueStatus::waitingEntries);
        gauge("in.flight.records", "Records in workers' hands", QueueStatus::entriesInFlight);
        gauge("delayed.records", "Records that wait for their next attempt", QueueStatus::delayedEntries);
        gauge("unread.outcomes", "Answers the ledger has not taken yet", QueueStatus::outcomesWaiting);
        gauge("unreadable.outcomes", "Answers that could not be read, kept aside", QueueStatus::outcomesAside);
        STATES.forEach(this::stateGauge);
        Gauge.builder("tailback.workers", workers, from -> from.figure(Integer::doubleValue))
                .description("Sync-workers heard of within 30 s")
                .register(registry);
        Gauge.builder("tailback.paused", paused, from -> from.figure(yes -> yes ? 1 : 0))
                .description("1 while a person holds the way up")
                .register(registry);
        Gauge.builder("tailback.holds", holds, from -> from.figure(Integer::doubleValue))
                .description("Contracts and causes that operators hold while everything else goes on")
                .register(registry);
    }

    private void gauge(String name, String description, ToDoubleFunction<QueueStatus> figure) {
        Gauge.builder("tailback.queue." + name, status, from -> from.figure(figure))
                .description(description)
                .register(registry);
    }

    private void stateGauge(String name) {
        Gauge.builder("tailback.queue.state", state, from -> from.figure(now -> now.equals(name) ? 1 : 0))
                .tag("state", name)
                .description("1 for the state the queue is in")
                .register(registry);
    }

    @Override
    public void read() {
        paused.is(pause.now().paused());
        holds.is(pause.holds().size());
        try {
            QueueStatus now = queue.operations().status();
            status.is(now);
            state.is(QueueView.state(now));
        } catch (QueueUnavailable away) {
            status.isUnknown();
            state.is("unavailable");
        }
        readWorkers();
    }

    /** Told by every part of Redis, so also while another part is away. */
    private void readWorkers() {
        try {
            workers.is(queue.operations().workers().size());
        } catch (QueueUnavailable away) {
            workers.isUnknown();
        }
    }

    @Override
    public void isUnknown() {
        paused.isUnknown();
        holds.isUnknown();
        status.isUnknown();
        state.isUnknown();
        workers.isUnknown();
    }
}
