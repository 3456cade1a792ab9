package dev.tailback.app.oidc;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls the provider: a few calls at a time, each with an end, answers of a bounded size, no redirections. A provider
 * that hangs holds no more than those few.
 */
final class ProviderHttp implements HTTPRequestSender {

    private static final int MOST_CALLS = 8;
    private static final Duration CONNECT = Duration.ofSeconds(3);

    private final Semaphore places = new Semaphore(MOST_CALLS);
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();
    private final Duration answerWithin;

    ProviderHttp(Duration answerWithin) {
        this.answerWithin = answerWithin;
    }

    /** What is there. @throws IOException for every other answer than 200, too */
    String read(URI address) throws IOException {
        HTTPResponse answer = send(new HTTPRequest(HTTPRequest.Method.GET, address));
        if (answer.getStatusCode() != 200) {
            throw new IOException(address + " was answered with " + answer.getStatusCode());
        }
        return answer.getBody();
    }

    @Override
    public HTTPResponse send(ReadOnlyHTTPRequest request) throws IOException {
        if (!places.tryAcquire()) {
            throw new IOException("too many calls to the provider wait for its answer");
        }
        try {
            return answer(http.sendAsync(call(request), head -> new BoundedBody()));
        } finally {
            places.release();
        }
    }

    private static HttpRequest call(ReadOnlyHTTPRequest request) {
        String body = request.getBody();
        BodyPublisher content = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        HttpRequest.Builder call = HttpRequest.newBuilder(request.getURI())
                .header("Accept", "application/json")
                .method(request.getMethod().name(), content);
        request.getHeaderMap().forEach((name, values) -> values.forEach(value -> call.setHeader(name, value)));
        return call.build();
    }

    private HTTPResponse answer(CompletableFuture<HttpResponse<String>> call) throws IOException {
        try {
            HttpResponse<String> answer = call.get(answerWithin.toMillis(), TimeUnit.MILLISECONDS);
            HTTPResponse read = new HTTPResponse(answer.statusCode());
            read.setBody(answer.body());
            read.setContentType(answer.headers().firstValue("Content-Type").orElse("application/json"));
            return read;
        } catch (TimeoutException slow) {
            call.cancel(true);
            throw new IOException("no whole answer within " + answerWithin, slow);
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause() == null ? failed : failed.getCause();
            throw new IOException(cause.getClass().getSimpleName() + " " + cause.getMessage(), cause);
        } catch (ParseException noType) {
            throw new IOException("the answer has a Content-Type that is none", noType);
        } catch (InterruptedException end) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("the service app ends", end);
        }
    }
}
