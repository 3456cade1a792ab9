package dev.tailback.app.traces;

import dev.tailback.tracing.Step;
import dev.tailback.tracing.Traces;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.BasicHttpAttributes;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import java.util.Optional;

/** Each request of somebody who is signed in is a span, from after the sign-in until the answer is ready. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class TraceRequests implements Ordered {

    private static final String STEP = "dev.tailback.trace";
    private static final String TRACEPARENT = "traceparent";
    private static final int FIRST_ERROR = 500;

    private final Traces traces;

    TraceRequests(Traces traces) {
        this.traces = traces;
    }

    @RequestFilter
    void begin(HttpRequest<?> request, MutablePropagatedContext threads) {
        if (traces.on() && request.getUserPrincipal().isPresent()) {
            Optional<String> route = BasicHttpAttributes.getUriTemplate(request);
            Step step = traces.serve(
                            request.getMethodName()
                                    + route.map(path -> " " + path).orElse(""),
                            onlyOne(request))
                    .with("http.request.method", request.getMethodName());
            route.ifPresent(path -> step.with("http.route", path));
            request.setAttribute(STEP, step);
            threads.add(new StepOfThread(step));
        }
    }

    /** Two of them are nobody's trace. */
    private static Optional<String> onlyOne(HttpRequest<?> request) {
        return request.getHeaders().getAll(TRACEPARENT).size() == 1
                ? request.getHeaders().findFirst(TRACEPARENT)
                : Optional.empty();
    }

    @ResponseFilter
    void end(HttpRequest<?> request, HttpResponse<?> response) {
        request.removeAttribute(STEP, Step.class).ifPresent(step -> end(step, response.code()));
    }

    private static void end(Step step, int status) {
        step.with("http.response.status_code", status);
        if (status >= FIRST_ERROR) {
            step.failed("http " + status);
        }
        step.end();
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.after();
    }
}
