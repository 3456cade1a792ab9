package dev.tailback.hub.people;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;

/**
 * What came with a call to show who calls, as it goes on to the service app. Shows in no text.
 *
 * @param header {@code Authorization} or {@code Cookie}
 */
record Credentials(String header, String value) {

    private static final String SESSION = "tailback_session";
    private static final int LONGEST = 8_000;

    /**
     * A browser sends its cookie with forged calls, too. So a cookie counts where it only reads; where it writes, only
     * from a page that says where it comes from, and the guard against foreign pages has looked at that.
     */
    static Optional<Credentials> in(HttpRequest<?> request) {
        Optional<String> authorization =
                Optional.ofNullable(request.getHeaders().get(HttpHeaders.AUTHORIZATION));
        if (authorization.isPresent()) {
            return authorization
                    .filter(value -> value.length() <= LONGEST)
                    .map(value -> new Credentials(HttpHeaders.AUTHORIZATION, value));
        }
        return mayUseCookie(request) ? cookie(request) : Optional.empty();
    }

    private static boolean mayUseCookie(HttpRequest<?> request) {
        HttpMethod method = request.getMethod();
        boolean reads = method == HttpMethod.GET || method == HttpMethod.HEAD;
        boolean fromPage = request.getHeaders().contains(HttpHeaders.ORIGIN)
                || request.getHeaders().contains("Sec-Fetch-Site");
        return reads || !request.getPath().startsWith("/api/") && fromPage;
    }

    private static Optional<Credentials> cookie(HttpRequest<?> request) {
        return request.getCookies()
                .findCookie(SESSION)
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty() && value.length() <= LONGEST)
                .filter(value -> value.chars().allMatch(letter -> letter > ' ' && letter < 127 && letter != ';'))
                .map(value -> new Credentials(HttpHeaders.COOKIE, SESSION + "=" + value));
    }

    /** Stands for it in memory. */
    String fingerprint() {
        try {
            byte[] text = (header + ":" + value).getBytes(StandardCharsets.UTF_8);
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    @Override
    public String toString() {
        return header + ": ***";
    }
}
