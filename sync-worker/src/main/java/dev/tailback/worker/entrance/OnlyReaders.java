package dev.tailback.worker.entrance;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.management.health.indicator.HealthResult;
import java.util.Map;
import java.util.Set;

/** Everyone may ask whether the worker is alive; all else is for its readers. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class OnlyReaders implements Ordered {
    private static final Set<String> PROBES = Set.of("/health", "/health/liveness", "/health/readiness");

    private final Readers readers;

    OnlyReaders(Readers readers) {
        this.readers = readers;
    }

    @RequestFilter
    @Nullable
    HttpResponse<?> refuse(HttpRequest<?> request) {
        if (PROBES.contains(request.getPath()) || readers.include(request)) {
            return null;
        }
        return readers.mayExist()
                ? problem(HttpStatus.UNAUTHORIZED, "unauthorized", "Send WORKER_METRICS_TOKEN as a bearer token.")
                        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                : problem(
                        HttpStatus.FORBIDDEN,
                        "forbidden",
                        "The worker listens to the network and has no WORKER_METRICS_TOKEN: set one, or let it listen"
                                + " on 127.0.0.1.");
    }

    @ResponseFilter
    void leaveOutDetails(HttpRequest<?> request, MutableHttpResponse<?> response) {
        response.header("X-Content-Type-Options", "nosniff");
        response.getHeaders().set(HttpHeaders.CACHE_CONTROL, "no-store");
        if (response.body() instanceof HealthResult health && !readers.include(request)) {
            response.body(Map.of("status", health.getStatus().getName()));
        }
    }

    private static MutableHttpResponse<?> problem(HttpStatus status, String code, String detail) {
        return HttpResponse.status(status)
                .body(Map.of("status", status.getCode(), "code", code, "detail", detail))
                .contentType("application/problem+json");
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
