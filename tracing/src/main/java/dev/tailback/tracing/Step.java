package dev.tailback.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.MDC;

/**
 * One span: a piece of work in the trace that the current thread works for. A thread that works for no trace does the
 * same work, and nothing is written. Say of an entry its ids, version and code; never a title, a customer or a secret.
 */
public final class Step {
    /** The name in log lines. */
    private static final String IN_LOG = "traceId";

    private static final ContextKey<Tracer> TRACER = ContextKey.named("tailback-tracer");
    private static final Step NOTHING = new Step(Context.root());

    private final Context context;

    private Step(Context context) {
        this.context = context;
    }

    /** What is done in it. */
    public interface Work<T, E extends Exception> {
        T with(Step step) throws E;
    }

    /** Undoes {@link #enter}; on the same thread. */
    public interface Entered extends AutoCloseable {
        @Override
        void close();
    }

    static Step of(Tracer tracer, Span span) {
        return new Step(Context.root().with(TRACER, tracer).with(span));
    }

    static Step nothing() {
        return NOTHING;
    }

    /** A part of what the current thread does. */
    public static <T, E extends Exception> T in(String name, Work<T, E> work) throws E {
        return inner(name, SpanKind.INTERNAL).run(work);
    }

    /** A call to another system. */
    public static <T, E extends Exception> T calling(String name, Work<T, E> work) throws E {
        return inner(name, SpanKind.CLIENT).run(work);
    }

    private static Step inner(String name, SpanKind kind) {
        Context current = Context.current();
        Tracer tracer = current.get(TRACER);
        return tracer == null
                ? NOTHING
                : of(
                        tracer,
                        tracer.spanBuilder(name)
                                .setParent(current)
                                .setSpanKind(kind)
                                .startSpan());
    }

    /** What names the current thread's step to another program, as W3C writes it; empty where nothing is written. */
    public static Optional<String> traceparent() {
        SpanContext now = Span.current().getSpanContext();
        return now.isSampled()
                ? Optional.of("00-" + now.getTraceId() + "-" + now.getSpanId() + "-"
                        + now.getTraceFlags().asHex())
                : Optional.empty();
    }

    /** The same work for another thread, as part of what this one does. */
    public static <T> Callable<T> carried(Callable<T> work) {
        return Context.current().wrap(work);
    }

    <T, E extends Exception> T run(Work<T, E> work) throws E {
        if (this == NOTHING) {
            return work.with(this);
        }
        boolean done = false;
        Entered entered = enter();
        try {
            T result = work.with(this);
            done = true;
            return result;
        } finally {
            if (!done) {
                failed("exception");
            }
            entered.close();
            end();
        }
    }

    /** The current thread works for this step, and its log lines name the trace, until that is closed. */
    @SuppressWarnings("MustBeClosedChecker") // what is answered closes it
    public Entered enter() {
        String before = MDC.get(IN_LOG);
        Scope scope = context.makeCurrent();
        SpanContext span = span().getSpanContext();
        if (span.isValid()) {
            MDC.put(IN_LOG, span.getTraceId());
        }
        return () -> {
            scope.close();
            if (before == null) {
                MDC.remove(IN_LOG);
            } else {
                MDC.put(IN_LOG, before);
            }
        };
    }

    /** The same, but a thread that works for this trace already goes on with its own step of it. */
    public Entered join() {
        String now = Span.current().getSpanContext().getTraceId();
        return now.equals(span().getSpanContext().getTraceId()) ? () -> {} : enter();
    }

    public Step with(String name, String value) {
        span().setAttribute(name, value);
        return this;
    }

    public Step with(String name, long value) {
        span().setAttribute(name, value);
        return this;
    }

    /** @param code a stable one, no text from outside */
    public Step failed(String code) {
        span().setStatus(StatusCode.ERROR, code);
        return this;
    }

    public void end() {
        span().end();
    }

    private Span span() {
        return Span.fromContext(context);
    }
}
