package dev.tailback.web.problems;

import io.micronaut.http.HttpRequest;
import java.util.Optional;
import java.util.function.Supplier;

/** Who looks at the page that failed, so that its bar stays as it was; told by the room of the layout. */
public final class PageVisitor {

    private static final String ATTRIBUTE = "visitor-of-the-page";

    private PageVisitor() {}

    /** @param visitor what the layout's template takes; empty for somebody who has not signed in */
    public static void tell(HttpRequest<?> request, Supplier<Optional<?>> visitor) {
        request.setAttribute(ATTRIBUTE, visitor);
    }

    static Optional<?> of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, Supplier.class).flatMap(told -> (Optional<?>) told.get());
    }
}
