package dev.tailback.app.pages;

import dev.tailback.app.access.FormToken;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import jakarta.inject.Singleton;

/** Knows who asked for a page. */
@Singleton
class Visitors {

    private final FormToken formToken;

    Visitors(FormToken formToken) {
        this.formToken = formToken;
    }

    Visitor of(HttpRequest<?> request, Authentication who) {
        boolean books = who.getRoles().contains("service") || who.getRoles().contains("operator");
        return new Visitor(who.getName(), formToken.of(request), books);
    }
}
