package dev.tailback.web.browsers;

import dev.tailback.web.forwarded.ForwardedHeaders;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/**
 * Headers that keep a browser from doing what our pages never ask for: foreign or inline scripts, frames, guessing
 * types.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class SecurityHeaders implements Ordered {

    // Pico draws its icons as data: images; nothing else comes from elsewhere than our own files.
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final ForwardedHeaders forwarded;

    SecurityHeaders(ForwardedHeaders forwarded) {
        this.forwarded = forwarded;
    }

    @ResponseFilter
    void add(HttpRequest<?> request, MutableHttpResponse<?> response) {
        response.header("Content-Security-Policy", POLICY);
        response.header("X-Content-Type-Options", "nosniff");
        response.header("X-Frame-Options", "DENY");
        response.header("Referrer-Policy", "same-origin");
        if (forwarded.isHttps(request)) {
            response.header("Strict-Transport-Security", "max-age=31536000");
        }
        boolean asset = request.getPath().startsWith("/assets/");
        if (!asset) {
            response.getHeaders().set("Cache-Control", "no-store");
        }
    }

    /** Outermost, so that refusals of the other filters carry the headers too. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
