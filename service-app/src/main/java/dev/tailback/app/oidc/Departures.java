package dev.tailback.app.oidc;

import dev.tailback.app.sessions.SessionSecret;
import dev.tailback.web.forwarded.ForwardedHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a browser takes along to the provider: a cookie with a random id, an end and the page to come back to, signed by
 * us. State, nonce and verifier are made of the id with our secret, so the server keeps nothing, any service app can
 * finish what another began, and a link that somebody else prepared fits no cookie here.
 */
@Singleton
public class Departures {

    /** Where the browser leaves from and comes back to; its cookie goes nowhere else. */
    public static final String PATH = "/login/oidc";

    private static final String NAME = "tailback_departure";
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final int LONGEST_NEXT = 2_700;

    /** Those that came back already; the oldest is forgotten first, and the provider takes no code twice either. */
    private static final int MOST_USED = 10_000;

    private final Set<String> used = new LinkedHashSet<>();
    private final SessionSecret secret;
    private final ForwardedHeaders forwarded;
    private final Clock clock;

    Departures(SessionSecret secret, ForwardedHeaders forwarded, Clock clock) {
        this.secret = secret;
        this.forwarded = forwarded;
        this.clock = clock;
    }

    /** What the browser is given, and what the provider is told. */
    public record Begun(Departure departure, Cookie cookie) {}

    /** @param next a path of ours */
    public Begun begin(HttpRequest<?> request, String next) {
        String id = SessionSecret.random();
        String encoded = base64(next);
        String page = encoded.length() <= LONGEST_NEXT ? encoded : base64("/");
        long until = clock.instant().plus(LIFE).getEpochSecond();
        String claim = id + "." + until + "." + page;
        String value = claim + "." + secret.sign("departure " + claim);
        return new Begun(departure(id, until, page), cookie(request, value).maxAge(LIFE));
    }

    /** The one this browser is on, if the address that it came back to belongs to it; only once. */
    public Optional<Departure> back(HttpRequest<?> request, String state) {
        return pending(request)
                .filter(departure -> MessageDigest.isEqual(
                        departure.state().getBytes(StandardCharsets.UTF_8), state.getBytes(StandardCharsets.UTF_8)))
                .filter(this::isFirst);
    }

    /** Where this browser wanted to go; the start page when that is not known. */
    public String next(HttpRequest<?> request) {
        return pending(request).map(Departure::next).orElse("/");
    }

    /** Takes the cookie away: the browser is back. */
    public Cookie none(HttpRequest<?> request) {
        return cookie(request, "").maxAge(0);
    }

    private Optional<Departure> pending(HttpRequest<?> request) {
        return request.getCookies()
                .findCookie(NAME)
                .map(cookie -> cookie.getValue().split("\\.", -1))
                .filter(parts -> parts.length == 4)
                .filter(parts -> secret.signed("departure " + parts[0] + "." + parts[1] + "." + parts[2], parts[3]))
                .map(parts -> departure(parts[0], Long.parseLong(parts[1]), parts[2]))
                .filter(departure -> clock.instant().isBefore(departure.until()));
    }

    private Departure departure(String id, long until, String page) {
        return new Departure(
                secret.sign("departure state " + id),
                secret.sign("departure nonce " + id),
                secret.sign("departure verifier " + id),
                new String(Base64.getUrlDecoder().decode(page), StandardCharsets.UTF_8),
                Instant.ofEpochSecond(until));
    }

    private boolean isFirst(Departure departure) {
        synchronized (used) {
            if (used.size() >= MOST_USED) {
                used.remove(used.iterator().next());
            }
            return used.add(departure.state());
        }
    }

    /** Lax, because the way back begins on the provider's page. */
    private Cookie cookie(HttpRequest<?> request, String value) {
        return Cookie.of(NAME, value)
                .httpOnly(true)
                .secure(forwarded.isHttps(request))
                .sameSite(SameSite.Lax)
                .path(PATH);
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
