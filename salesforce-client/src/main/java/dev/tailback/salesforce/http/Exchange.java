package dev.tailback.salesforce.http;

import dev.tailback.tracing.Step;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One HTTP call, bounded in bytes and in time from its first byte to the last of its answer. The request timeout of
 * java.net.http ends when the headers are there; a server that drips its body would hold the caller for ever.
 * Headers are bounded by the JDK (jdk.http.maxHeaderSize, 384 KB).
 */
public final class Exchange {

    private final HttpClient http;
    private final ConnectionProblem problem;

    public Exchange(HttpClient http, ConnectionProblem problem) {
        this.http = http;
        this.problem = problem;
    }

    /**
     * @param limit for all of it
     * @param mostBytes of the answer's body
     */
    public OrgAnswer send(HttpRequest request, Duration limit, int mostBytes) throws CallBroken {
        return Step.calling("Salesforce " + request.method(), step -> {
            step.with("http.request.method", request.method())
                    .with("server.address", request.uri().getHost())
                    .with("url.path", request.uri().getPath());
            OrgAnswer answer = sent(followed(request), limit, mostBytes);
            step.with("http.response.status_code", answer.status());
            return answer;
        });
    }

    /** Names the trace to whatever stands between, and to Salesforce. */
    private static HttpRequest followed(HttpRequest request) {
        return Step.traceparent()
                .map(trace -> HttpRequest.newBuilder(request, (name, value) -> true)
                        .header("traceparent", trace)
                        .build())
                .orElse(request);
    }

    private OrgAnswer sent(HttpRequest request, Duration limit, int mostBytes) throws CallBroken {
        BoundedBody body = new BoundedBody(mostBytes);
        CompletableFuture<HttpResponse<byte[]>> call = http.sendAsync(request, headers -> body);
        try {
            return answer(call.get(Math.max(1, limit.toMillis()), TimeUnit.MILLISECONDS));
        } catch (TimeoutException late) {
            abandon(call, body);
            throw problem.of(new HttpTimeoutException("late"), request.uri(), limit);
        } catch (InterruptedException stopped) {
            abandon(call, body);
            Thread.currentThread().interrupt();
            throw problem.of(stopped, request.uri(), limit);
        } catch (ExecutionException failure) {
            throw problem.of(Optional.ofNullable(failure.getCause()).orElse(failure), request.uri(), limit);
        }
    }

    private static void abandon(CompletableFuture<?> call, BoundedBody body) {
        call.cancel(true);
        body.abandon();
    }

    // There is no body when a proxy refused to open a way for us.
    private static OrgAnswer answer(HttpResponse<byte[]> response) {
        return new OrgAnswer(
                response.statusCode(), response.headers(), response.body() == null ? new byte[0] : response.body());
    }
}
