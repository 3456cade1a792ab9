package dev.tailback.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Begins traces, and joins those that came with a request or with a record of the queue. Spans wait in a queue of the
 * SDK that drops the newest when it is full: nothing ever waits for the receiver.
 */
public final class Traces implements AutoCloseable {
    private static final int MOST_LINKS = 100;
    private static final long LONGEST_GOODBYE_SECONDS = 3;

    /** What we do not send, whatever the environment says for other programs. */
    private static final Map<String, String> ONLY_TRACES = Map.of(
            "otel.traces.exporter", "otlp",
            "otel.metrics.exporter", "none",
            "otel.logs.exporter", "none",
            "otel.exporter.otlp.protocol", "http/protobuf");

    private final Optional<OpenTelemetrySdk> sdk;

    private Traces(Optional<OpenTelemetrySdk> sdk) {
        this.sdk = sdk;
    }

    public static Traces off() {
        return new Traces(Optional.empty());
    }

    public static Traces of(TraceSettings settings) {
        if (!settings.on()) {
            return off();
        }
        WatchedExporter.silenceTheSdk();
        return new Traces(Optional.of(AutoConfiguredOpenTelemetrySdk.builder()
                .disableShutdownHook()
                .addPropertiesCustomizer(given -> settings.properties())
                .addPropertiesCustomizer(given -> ONLY_TRACES)
                .addSpanExporterCustomizer((exporter, given) -> new WatchedExporter(exporter))
                .build()
                .getOpenTelemetrySdk()));
    }

    public boolean on() {
        return sdk.isPresent();
    }

    /**
     * A request that is answered; the caller enters and ends it.
     *
     * @param traceparent as the caller sent it; one that is no such thing begins a trace of our own
     */
    public Step serve(String name, Optional<String> traceparent) {
        Context parent = Traceparent.context(traceparent);
        return begin(name, builder -> builder.setSpanKind(SpanKind.SERVER).setParent(parent));
    }

    /**
     * Work for records of several traces at once. It belongs to their trace if they have one in common; else to a trace
     * of its own that links to up to 100 of them.
     *
     * @param traceparents of the records that have one
     */
    public <T, E extends Exception> T batch(String name, Collection<String> traceparents, Step.Work<T, E> work)
            throws E {
        List<SpanContext> traces = traceparents.stream()
                .map(Traceparent::read)
                .filter(SpanContext::isValid)
                .distinct()
                .toList();
        if (!on() || traces.isEmpty()) {
            return work.with(Step.nothing());
        }
        return begin(name, builder -> join(builder.setSpanKind(SpanKind.CONSUMER), traces))
                .run(work);
    }

    private static void join(SpanBuilder builder, List<SpanContext> traces) {
        long different = traces.stream().map(SpanContext::getTraceId).distinct().count();
        builder.setParent(different == 1 ? Context.root().with(Span.wrap(traces.get(0))) : Context.root());
        traces.stream().limit(MOST_LINKS).forEach(builder::addLink);
    }

    /**
     * Tells in the trace of one record what has just been done with it.
     *
     * @param traceparent of the record; without one, nothing is written
     * @param since when that began
     * @param said runs in any case, with the trace in its log lines where there is one
     */
    public void tell(String name, Optional<String> traceparent, Instant since, Consumer<Step> said) {
        Optional<SpanContext> trace =
                traceparent.filter(text -> on()).map(Traceparent::read).filter(SpanContext::isValid);
        Step step = trace.map(context -> begin(
                        name,
                        builder -> builder.setStartTimestamp(since)
                                .setParent(Context.root().with(Span.wrap(context)))))
                .orElseGet(Step::nothing);
        step.run(told -> {
            said.accept(told);
            return told;
        });
    }

    private Step begin(String name, Consumer<SpanBuilder> how) {
        return sdk.map(found -> {
                    Tracer tracer = found.getTracer("dev.tailback");
                    SpanBuilder builder = tracer.spanBuilder(name);
                    how.accept(builder);
                    return Step.of(tracer, builder.startSpan());
                })
                .orElseGet(Step::nothing);
    }

    /** Sends what waits, for three seconds at most. */
    @Override
    public void close() {
        sdk.ifPresent(open -> open.shutdown().join(LONGEST_GOODBYE_SECONDS, TimeUnit.SECONDS));
    }
}
