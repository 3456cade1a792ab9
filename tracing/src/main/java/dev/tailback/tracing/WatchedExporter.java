package dev.tailback.tracing;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once that spans cannot be sent, and once that they can be sent again. */
final class WatchedExporter implements SpanExporter {
    private static final Logger LOG = LoggerFactory.getLogger(WatchedExporter.class);

    /** The SDK writes a stack trace for each failure. Held here, because a logger that nothing holds forgets its level. */
    private static final java.util.logging.Logger OF_THE_SDK = java.util.logging.Logger.getLogger("io.opentelemetry");

    private final SpanExporter exporter;
    private final AtomicBoolean failing = new AtomicBoolean();

    WatchedExporter(SpanExporter exporter) {
        this.exporter = exporter;
    }

    static void silenceTheSdk() {
        OF_THE_SDK.setLevel(Level.OFF);
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        CompletableResultCode result = exporter.export(spans);
        return result.whenComplete(() -> tell(result.isSuccess()));
    }

    private void tell(boolean sent) {
        if (sent && failing.compareAndSet(true, false)) {
            LOG.info("Traces are sent again");
        } else if (!sent && failing.compareAndSet(false, true)) {
            LOG.warn("Traces cannot be sent: the receiver at OTEL_EXPORTER_OTLP_ENDPOINT is away or refuses them."
                    + " They are dropped until it takes them; the work goes on");
        }
    }

    @Override
    public CompletableResultCode flush() {
        return exporter.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return exporter.shutdown();
    }
}
