package dev.tailback.crm.call;

import dev.tailback.salesforce.http.BoundedBody;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;

/** One HTTP call, bounded in bytes and in time from its first byte to the last of its answer. No redirect is followed. */
public final class CrmHttp {

    private static final List<Class<? extends Throwable>> NOT_CONNECTED = List.of(
            ConnectException.class,
            HttpConnectTimeoutException.class,
            NoRouteToHostException.class,
            UnknownHostException.class,
            UnresolvedAddressException.class,
            SSLHandshakeException.class);

    private static final int DEEPEST = 20;

    private final String crm;
    private final HttpClient client;

    /** @param crm its name, for sentences */
    public CrmHttp(String crm, Duration connect) {
        this.crm = crm;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connect)
                .build();
    }

    /** @param limit for all of it */
    public Sent send(HttpRequest request, Duration limit, int mostBytes) {
        BoundedBody body = new BoundedBody(mostBytes);
        CompletableFuture<HttpResponse<byte[]>> call = client.sendAsync(request, headers -> body);
        try {
            HttpResponse<byte[]> answer = call.get(Math.max(1, limit.toMillis()), TimeUnit.MILLISECONDS);
            return new Sent.Answered(new CrmAnswer(answer.statusCode(), answer.headers(), answer.body()));
        } catch (TimeoutException late) {
            abandon(call, body);
            return lost("No whole answer came from " + crm + " within " + limit.toMillis() + " ms.");
        } catch (InterruptedException stopped) {
            abandon(call, body);
            Thread.currentThread().interrupt();
            return lost("Tailback was stopped while it waited for " + crm + ".");
        } catch (ExecutionException failure) {
            return broken(failure, request);
        }
    }

    private static void abandon(CompletableFuture<?> call, BoundedBody body) {
        call.cancel(true);
        body.abandon();
    }

    private Sent broken(Throwable failure, HttpRequest request) {
        boolean isConnected = Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST)
                .noneMatch(cause -> NOT_CONNECTED.stream().anyMatch(kind -> kind.isInstance(cause)));
        return isConnected
                ? lost("The connection to " + crm + " broke off, or the answer was longer than any of its answers.")
                : new Sent.NotTaken(
                        "UNREACHABLE",
                        crm + " at " + request.uri().getAuthority() + " cannot be reached: check the address, the name "
                                + "server, and what the firewall lets through.",
                        Optional.empty(),
                        false);
    }

    private static Sent lost(String reason) {
        return new Sent.Lost("NO_ANSWER", reason);
    }
}
