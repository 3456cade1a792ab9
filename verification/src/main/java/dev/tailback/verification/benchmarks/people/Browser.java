package dev.tailback.verification.benchmarks.people;

import dev.tailback.verification.pages.Forms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** One person's browser without scripts: it keeps cookies, follows redirects and sends the forms of its pages. */
final class Browser {
    private static final int OK = 200;
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final URI serviceApp;

    Browser(URI serviceApp) {
        this.serviceApp = serviceApp;
    }

    /** @param address where the person ended up */
    record Page(String address, String html) {}

    void logIn(String account, String password) {
        Page login = open("/login");
        send(formTo(login, "/login"), Map.of("name", account, "password", password));
    }

    Page open(String path) {
        return answer(request(path).build());
    }

    static Forms.Form formTo(Page page, String action) {
        return Forms.on(page.html()).stream()
                .filter(form -> form.posts() && form.action().equals(action))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No form to " + action + " is on " + page.address()));
    }

    /** @param typed by the name of the field; the other fields keep what stands in them */
    Page send(Forms.Form form, Map<String, String> typed) {
        String body = form.fields().stream()
                .map(field -> Forms.encode(field.name()) + "="
                        + Forms.encode(typed.getOrDefault(field.name(), field.value())))
                .collect(Collectors.joining("&"));
        return answer(request(form.action())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(serviceApp.resolve(path))
                .timeout(LONGEST)
                .header("Accept", "text/html")
                .header("Origin", serviceApp.toString().replaceAll("/$", ""));
    }

    private Page answer(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                throw new IllegalStateException(
                        request.method() + " " + request.uri() + " was answered " + answer.statusCode());
            }
            return new Page(answer.uri().getPath(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri() + " got no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
