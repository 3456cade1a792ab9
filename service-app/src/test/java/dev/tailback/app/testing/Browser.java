package dev.tailback.app.testing;

import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.CookieManager;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A person at a browser without JavaScript: keeps cookies, sends forms with the token of the page that was shown last.
 */
public final class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"csrfToken\" value=\"([^\"]*)\"");

    private final CookieManager jar = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(jar)
            .build();
    private final URI address;
    private String token = "";
    private String language = "en";

    private Browser(URI address) {
        this.address = address;
    }

    public static Browser at(EmbeddedServer server) {
        return new Browser(server.getURI());
    }

    public static Browser loggedInAs(String account, EmbeddedServer server) {
        Browser browser = at(server);
        browser.logIn(account, "tailback");
        return browser;
    }

    public HttpResponse<String> logIn(String account, String password) {
        open("/login");
        return submit("/login", "name", account, "password", password, "next", "/");
    }

    /** Asks for pages in these languages from now on. */
    public Browser speaking(String languages) {
        language = languages;
        return this;
    }

    public HttpResponse<String> open(String path) {
        return send(HttpRequest.newBuilder(address.resolve(path)).GET());
    }

    /** Sends a form as the page shown last would. */
    public HttpResponse<String> submit(String path, String... fields) {
        return submitWithToken(token, path, fields);
    }

    public HttpResponse<String> submitWithToken(String formToken, String path, String... fields) {
        return send(HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(formToken, fields))));
    }

    private static String form(String formToken, String... fields) {
        StringBuilder form = new StringBuilder("csrfToken=" + encode(formToken));
        for (int i = 0; i < fields.length; i += 2) {
            form.append('&').append(encode(fields[i])).append('=').append(encode(fields[i + 1]));
        }
        return form.toString();
    }

    /** Sends a form as a browser of today does: it says where it comes from, and a form that is sent on stays a form. */
    public HttpResponse<String> submitFromPage(String path, String... fields) {
        HttpResponse<String> answer = submitTo(path, fields);
        return answer.statusCode() == 307
                ? submitTo(answer.headers().firstValue("Location").orElseThrow(), fields)
                : answer;
    }

    /** The same with the token of a page that was shown earlier. */
    public HttpResponse<String> keepForm(String formToken, String path, String... fields) {
        token = formToken;
        return submitFromPage(path, fields);
    }

    private HttpResponse<String> submitTo(String path, String... fields) {
        return send(HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(BodyPublishers.ofString(form(token, fields))));
    }

    /** Sends a form in an encoding that ours never use. */
    public HttpResponse<String> submitAs(String contentType, String path) {
        return send(HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofString("csrfToken=" + token)));
    }

    /** A call as a script on a foreign page could make it, with the cookies of this browser. */
    public HttpResponse<String> method(String method, String path) {
        return send(HttpRequest.newBuilder(address.resolve(path)).method(method, BodyPublishers.noBody()));
    }

    /** The token of the page that was shown last. */
    public String formToken() {
        return token;
    }

    /** As a request's header holds them. */
    public String cookies() {
        return jar.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /** Asks as htmx does for a part of a page. */
    public HttpResponse<String> fragment(String path) {
        return send(HttpRequest.newBuilder(address.resolve(path)).header("HX-Request", "true"));
    }

    /**
     * Sends the headers of a form, waits until the server has read them, and sends its body. Returns the answer as it
     * came.
     */
    public String submitInTwoParts(String path, String form) throws IOException {
        byte[] body = ("csrfToken=" + encode(token) + "&" + form).getBytes(StandardCharsets.UTF_8);
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream()
                    .write(("POST " + path + " HTTP/1.1\r\nHost: " + address.getAuthority()
                                    + "\r\nCookie: " + cookies()
                                    + "\r\nContent-Type: application/x-www-form-urlencoded\r\nExpect: 100-continue"
                                    + "\r\nConnection: close\r\nContent-Length: " + body.length + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            // The interim answer "100 Continue" and its empty line tell that the body is waited for.
            socket.getInputStream().readNBytes("HTTP/1.1 100 Continue\r\n\r\n".length());
            socket.getOutputStream().write(body);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(
                    request.header("Accept", "text/html,*/*;q=0.8")
                            .header("Accept-Language", language)
                            .build(),
                    BodyHandlers.ofString());
            Matcher shown = TOKEN.matcher(response.body());
            if (shown.find()) {
                token = shown.group(1);
            }
            return response;
        } catch (IOException e) {
            throw new IllegalStateException("No answer from " + address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
