package dev.tailback.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** What receives traces in production, for a test: OTLP over HTTP in protobuf, parsed by the standard's own classes. */
public final class OtlpReceiver implements AutoCloseable {
    private final List<Received> spans = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch released = new CountDownLatch(1);
    private final HttpServer server;
    private volatile boolean hanging;
    private volatile int status = 200;
    private volatile int calls;

    /**
     * A span as it came.
     *
     * @param service who sent it
     * @param parent the span it belongs to; empty for the first of a trace
     * @param links the spans it names beside
     */
    public record Received(
            String service,
            String name,
            String trace,
            String span,
            String parent,
            List<String> links,
            Map<String, String> attributes) {}

    private OtlpReceiver(HttpServer server) {
        this.server = server;
    }

    public static OtlpReceiver start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
            OtlpReceiver receiver = new OtlpReceiver(server);
            server.createContext("/v1/traces", receiver::take);
            server.setExecutor(receiver.threads);
            server.start();
            return receiver;
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** From now on it takes requests and answers none. */
    public void hang() {
        hanging = true;
    }

    public void answer(int newStatus) {
        status = newStatus;
    }

    public int calls() {
        return calls;
    }

    public List<Received> spans() {
        return List.copyOf(spans);
    }

    private synchronized void called() {
        calls++;
    }

    private void take(HttpExchange exchange) throws IOException {
        ExportTraceServiceRequest request = ExportTraceServiceRequest.parseFrom(exchange.getRequestBody());
        called();
        if (hanging) {
            await();
        }
        if (status == 200) {
            request.getResourceSpansList().forEach(this::keep);
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private void await() {
        try {
            released.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void keep(ResourceSpans of) {
        String service = texts(of.getResource().getAttributesList()).getOrDefault("service.name", "");
        of.getScopeSpansList()
                .forEach(scope -> scope.getSpansList().forEach(span -> spans.add(received(service, span))));
    }

    private static Received received(String service, Span span) {
        return new Received(
                service,
                span.getName(),
                HexFormat.of().formatHex(span.getTraceId().toByteArray()),
                HexFormat.of().formatHex(span.getSpanId().toByteArray()),
                HexFormat.of().formatHex(span.getParentSpanId().toByteArray()),
                span.getLinksList().stream()
                        .map(link -> HexFormat.of().formatHex(link.getSpanId().toByteArray()))
                        .toList(),
                texts(span.getAttributesList()));
    }

    private static Map<String, String> texts(List<KeyValue> attributes) {
        return attributes.stream()
                .collect(Collectors.toMap(
                        KeyValue::getKey,
                        attribute -> attribute.getValue().hasStringValue()
                                ? attribute.getValue().getStringValue()
                                : String.valueOf(attribute.getValue().getIntValue())));
    }

    @Override
    public void close() {
        released.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
