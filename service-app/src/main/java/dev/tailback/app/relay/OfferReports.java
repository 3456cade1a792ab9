package dev.tailback.app.relay;

import dev.tailback.app.entries.QueueTrouble;
import dev.tailback.queue.Offered;
import dev.tailback.tracing.Step;
import dev.tailback.tracing.Traces;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** Tells monitoring, traces and people what became of the relay's offers. */
@Singleton
class OfferReports {

    private final QueueTrouble trouble;
    private final Traces traces;
    private final Counter added;
    private final Counter known;
    private final Counter rebuilt;

    OfferReports(QueueTrouble trouble, MeterRegistry registry, Traces traces) {
        this.trouble = trouble;
        this.traces = traces;
        this.added = counter(registry, "added");
        this.known = counter(registry, "known");
        this.rebuilt = counter(registry, "rebuilt");
    }

    private static Counter counter(MeterRegistry registry, String result) {
        return Counter.builder("tailback.relay.offers")
                .tag("result", result)
                .description("Records offered to the queue: new to it, known already, or in a rebuild")
                .register(registry);
    }

    void taken(Offered.Taken taken) {
        added.increment(taken.added());
        known.increment(taken.known());
    }

    /**
     * In the trace of one that was taken.
     *
     * @param since when the offer began
     */
    void tell(Optional<String> traceparent, Instant since, Consumer<Step> what) {
        traces.tell("queue offer", traceparent, since, what);
    }

    void rebuilt(int records) {
        rebuilt.increment(records);
    }

    /** Why the queue did not take everything, for people whose entries wait; empty if it did. */
    void refused(Optional<String> reason) {
        trouble.is(reason);
    }
}
