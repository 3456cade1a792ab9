package dev.tailback.app.selfcheck;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** Calls the program's own server over HTTP as a stranger would. */
final class OwnServer {

    // Generous: a busy machine may take its time, and no user waits for a start that hangs.
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .proxy(new NoProxy())
            .build();
    private final URI address;
    private final String word;

    OwnServer(URI address, String word) {
        this.address = address;
        this.word = word;
    }

    /** The status of the answer. */
    int status(String method, String path, String... headers) {
        HttpRequest.Builder request = request(path).method(method, BodyPublishers.noBody());
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** The status of the answer to a caller that does not know the word of the check. */
    int asStranger(String path) {
        return send(HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE));
    }

    /** The status of the answer to a form. */
    int form(String path, String fields, String... headers) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE).header(StartGate.HEADER, word);
    }

    private int send(HttpRequest.Builder request) {
        try {
            HttpResponse<Void> answer = http.send(request.build(), BodyHandlers.discarding());
            return answer.statusCode();
        } catch (IOException noAnswer) {
            throw new IllegalStateException("The service app does not answer itself at " + address, noAnswer);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the service app checked itself", interrupted);
        }
    }

    /** A proxy for the way to Salesforce has no part in this. */
    private static final class NoProxy extends ProxySelector {

        @Override
        public List<Proxy> select(URI uri) {
            return List.of(Proxy.NO_PROXY);
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {
            // The call itself fails and tells.
        }
    }
}
