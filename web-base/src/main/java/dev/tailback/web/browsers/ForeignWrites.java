package dev.tailback.web.browsers;

import dev.tailback.web.forwarded.ForwardedHeaders;
import dev.tailback.web.problems.Problem;
import dev.tailback.web.problems.ProblemAnswer;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * Refuses writes that a page of another site makes a browser send: a browser adds the name and password it keeps for us
 * to those, too. It tells where a call comes from in {@code Sec-Fetch-Site} and {@code Origin}; programs send neither.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class ForeignWrites implements Ordered {

    private final ForwardedHeaders forwarded;
    private final ProblemAnswer answer;

    ForeignWrites(ForwardedHeaders forwarded, ProblemAnswer answer) {
        this.forwarded = forwarded;
        this.answer = answer;
    }

    @RequestFilter
    @Nullable
    HttpResponse<?> refuse(HttpRequest<?> request) {
        return isWrite(request) && isForeign(request) ? answer.to(request, foreign()) : null;
    }

    private static boolean isWrite(HttpRequest<?> request) {
        HttpMethod method = request.getMethod();
        return method != HttpMethod.GET && method != HttpMethod.HEAD && method != HttpMethod.OPTIONS;
    }

    private boolean isForeign(HttpRequest<?> request) {
        String site = header(request, "Sec-Fetch-Site").orElse("none");
        boolean foreignSite = !site.equals("same-origin") && !site.equals("none");
        return foreignSite
                || header(request, HttpHeaders.ORIGIN)
                        .filter(origin -> !isOurs(origin, request))
                        .isPresent();
    }

    private static Optional<String> header(HttpRequest<?> request, String name) {
        return Optional.ofNullable(request.getHeaders().get(name))
                .map(value -> value.strip().toLowerCase(Locale.ROOT));
    }

    // "null" is the origin of a page that hides its own, such as one in a sandbox.
    private boolean isOurs(String origin, HttpRequest<?> request) {
        try {
            URI from = URI.create(origin);
            return from.getAuthority() != null
                    && withoutUsualPort(from.getAuthority()).equals(withoutUsualPort(forwarded.host(request)));
        } catch (IllegalArgumentException notAnOrigin) {
            return false;
        }
    }

    private static String withoutUsualPort(String host) {
        return host.replaceFirst(":(80|443)$", "");
    }

    private static Problem foreign() {
        return new Problem(
                HttpStatus.FORBIDDEN,
                "foreign_origin",
                "This call came from a page of another site, so nothing was done. Use our own pages, or call from a"
                        + " program without an Origin header. Behind a proxy, see TAILBACK_TRUSTED_PROXIES.");
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 2;
    }
}
