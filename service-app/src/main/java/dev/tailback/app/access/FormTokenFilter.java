package dev.tailback.app.access;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.filter.HttpServerFilter;
import io.micronaut.http.filter.ServerFilterChain;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.csrf.resolver.CsrfTokenResolver;
import io.micronaut.security.csrf.resolver.FutureCsrfTokenResolver;
import io.micronaut.security.csrf.validator.CsrfTokenValidator;
import io.micronaut.security.filters.SecurityFilter;
import java.util.List;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Lets a form pass only with its token, whatever encoding it came in. The API needs none, because it takes no cookie
 * for writes.
 *
 * <p>It stands in for micronaut-security-csrf's own filter, which answers 500 whenever the body arrives after the
 * headers: in Micronaut 4.10.26 a filter's future that ends with null loses the request unless it has ended already.
 */
@Filter(Filter.MATCH_ALL_PATTERN)
class FormTokenFilter implements HttpServerFilter {

    private final List<CsrfTokenResolver<HttpRequest<?>>> headers;
    private final List<FutureCsrfTokenResolver<HttpRequest<?>>> fields;
    private final CsrfTokenValidator<HttpRequest<?>> tokens;

    FormTokenFilter(
            List<CsrfTokenResolver<HttpRequest<?>>> headers,
            List<FutureCsrfTokenResolver<HttpRequest<?>>> fields,
            CsrfTokenValidator<HttpRequest<?>> tokens) {
        this.headers = headers;
        this.fields = fields;
        this.tokens = tokens;
    }

    @Override
    public Publisher<MutableHttpResponse<?>> doFilter(HttpRequest<?> request, ServerFilterChain chain) {
        if (!needsToken(request)) {
            return chain.proceed(request);
        }
        return token(request)
                .defaultIfEmpty("")
                .flatMapMany(
                        token -> tokens.validateCsrfToken(request, token) ? chain.proceed(request) : refuse(request));
    }

    private static boolean needsToken(HttpRequest<?> request) {
        return switch (request.getMethod()) {
            case GET, HEAD, OPTIONS, TRACE -> false;
            default ->
                !request.getPath().startsWith("/api/") && !request.getPath().equals(FormToken.KEEP);
        };
    }

    private Mono<String> token(HttpRequest<?> request) {
        return Flux.fromIterable(headers)
                .mapNotNull(header -> header.resolveToken(request).orElse(null))
                .next()
                .switchIfEmpty(Flux.fromIterable(fields)
                        .concatMap(field -> Mono.fromFuture(() -> field.resolveToken(request)))
                        .next());
    }

    private static Publisher<MutableHttpResponse<?>> refuse(HttpRequest<?> request) {
        Authentication who = request.getAttribute(SecurityFilter.AUTHENTICATION, Authentication.class)
                .orElse(null);
        return Mono.error(new AuthorizationException(who));
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.after();
    }
}
