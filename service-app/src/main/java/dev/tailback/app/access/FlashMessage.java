package dev.tailback.app.access;

import dev.tailback.web.forwarded.ForwardedHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What was just done, told once on the page that follows, so that addresses can be kept and a notice does not repeat. A
 * cookie carries a word, and the reference of an ad where there is one, never the sentence: who makes one up is told
 * something that is not so, and nobody else is.
 */
@Singleton
public class FlashMessage {

    private static final String NAME = "tailback_done";
    private static final Pattern REFERENCE = Pattern.compile("AD-\\d{1,18}");
    private static final Set<String> WORDS = Set.of(
            "saved",
            "corrected",
            "merged",
            "cancelled",
            "retried",
            "reverted",
            "rebooked",
            "asked",
            "taken-back",
            "accepted",
            "refused");
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(1);

    private final ForwardedHeaders forwarded;

    FlashMessage(ForwardedHeaders forwarded) {
        this.forwarded = forwarded;
    }

    /** Goes to this page, which tells it. @param word one of those known here; each has a text */
    public HttpResponse<?> seeOther(HttpRequest<?> request, String path, String word) {
        return HttpResponse.seeOther(URI.create(path))
                .cookie(cookie(request, word).maxAge(LONG_ENOUGH));
    }

    /** The same about an ad. @param reference such as {@code AD-17} */
    public HttpResponse<?> seeOther(HttpRequest<?> request, String path, String word, String reference) {
        return seeOther(request, path, word + "." + reference);
    }

    /** What there is to tell on this page. */
    public Optional<Told> of(HttpRequest<?> request) {
        return request.getCookies()
                .findCookie(NAME)
                .map(Cookie::getValue)
                .map(Told::of)
                .filter(told -> WORDS.contains(told.word()))
                .filter(told -> told.reference().isEmpty()
                        || REFERENCE.matcher(told.reference()).matches());
    }

    /** The page that told it; the next one does not. */
    public HttpResponse<?> told(HttpRequest<?> request, MutableHttpResponse<?> page) {
        return request.getCookies().findCookie(NAME).isPresent()
                ? page.cookie(cookie(request, "").maxAge(0))
                : page;
    }

    private Cookie cookie(HttpRequest<?> request, String value) {
        return Cookie.of(NAME, value)
                .httpOnly(true)
                .secure(forwarded.isHttps(request))
                .sameSite(SameSite.Lax)
                .path("/");
    }

    /**
     * What was done.
     *
     * @param reference of the ad it was done to, or empty
     */
    public record Told(String word, String reference) {

        private static Told of(String value) {
            int end = value.indexOf('.');
            return end < 0 ? new Told(value, "") : new Told(value.substring(0, end), value.substring(end + 1));
        }
    }
}
