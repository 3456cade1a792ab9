package dev.tailback.web.entrance;

import dev.tailback.web.problems.Problem;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Refuses every method but GET and HEAD on files: the framework hands them out whatever the method is. */
@ServerFilter("/assets/**")
class AssetsAreOnlyRead implements Ordered {

    @RequestFilter
    void refuse(HttpRequest<?> request) {
        if (request.getMethod() != HttpMethod.GET && request.getMethod() != HttpMethod.HEAD) {
            throw new Problem(
                            HttpStatus.METHOD_NOT_ALLOWED,
                            "method_not_allowed",
                            "Files are only read: use GET or HEAD.")
                    .header("Allow", "GET, HEAD");
        }
    }

    /** After the headers that every answer carries, before anything asks who sends it. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 2;
    }
}
