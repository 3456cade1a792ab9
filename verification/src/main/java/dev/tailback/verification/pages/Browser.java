package dev.tailback.verification.pages;

import dev.tailback.verification.fleet.Ended;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** What a browser without scripts does with the pages: it keeps cookies, sends forms, and follows where they lead. */
public final class Browser {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .build();
    private final URI app;

    private Browser(URI app) {
        this.app = app;
    }

    public static Browser loggedIn(URI app, String account, String password) {
        Browser browser = new Browser(app);
        PageForm login = browser.opens("/login").form("/login");
        Screen start = browser.sends(login.with("name", account).with("password", password));
        if (start.status() != 200 || start.path().startsWith("/login")) {
            throw new PageUnexpected(account + " cannot log in: " + start);
        }
        return browser;
    }

    public Screen opens(String path) {
        return follows(send(HttpRequest.newBuilder(app.resolve(path)).GET()));
    }

    /** The page that comes of it. */
    public Screen sends(PageForm form) {
        return follows(post(form));
    }

    private Screen follows(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .map(this::opens)
                .orElseGet(() -> new Screen(answer.statusCode(), answer.uri().getPath(), answer.body()));
    }

    /** And does not wait for the page that comes of it. */
    public void sendsAndLeaves(PageForm form) {
        HttpResponse<String> answer = post(form);
        if (answer.statusCode() != 303) {
            throw new PageUnexpected(form.action() + " was answered with " + answer.statusCode());
        }
    }

    private HttpResponse<String> post(PageForm form) {
        return send(HttpRequest.newBuilder(app.resolve(form.action()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", app.toString().replaceAll("/$", ""))
                .POST(BodyPublishers.ofString(form.encoded())));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        HttpRequest asked = request.timeout(TIMEOUT)
                .header("Accept", "text/html")
                .header("Accept-Language", "en")
                .build();
        try {
            return client.send(asked, BodyHandlers.ofString());
        } catch (IOException unanswered) {
            throw new PageUnexpected(asked.uri() + " was not answered: " + unanswered);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new Ended();
        }
    }
}
