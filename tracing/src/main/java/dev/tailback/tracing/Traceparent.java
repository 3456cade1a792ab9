package dev.tailback.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header {@code traceparent} of W3C, read from outside: what has another form is no trace. {@code tracestate} and
 * {@code baggage} are not taken, since they carry any text from anyone.
 */
final class Traceparent {
    private static final Pattern FORM =
            Pattern.compile("(?!ff)[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})");

    private Traceparent() {}

    /** Invalid when it is none. */
    static SpanContext read(String header) {
        Matcher parts = FORM.matcher(header);
        return parts.matches()
                ? SpanContext.createFromRemoteParent(
                        parts.group(1), parts.group(2), TraceFlags.fromHex(parts.group(3), 0), TraceState.getDefault())
                : SpanContext.getInvalid();
    }

    static Context context(Optional<String> header) {
        return header.map(text -> Context.root().with(Span.wrap(read(text)))).orElseGet(Context::root);
    }
}
