package dev.tailback.app.layout;

import dev.tailback.web.problems.PageVisitor;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.security.authentication.Authentication;

/** Lets a page of an error know who looks at it. Nothing is looked up before such a page is made. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class TellVisitor implements Ordered {

    private final Visitors visitors;

    TellVisitor(Visitors visitors) {
        this.visitors = visitors;
    }

    @RequestFilter
    void tell(HttpRequest<?> request) {
        PageVisitor.tell(
                request,
                () -> request.getUserPrincipal(Authentication.class).map(who -> visitors.withoutFigures(request, who)));
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
