package dev.tailback.app.layout;

import dev.tailback.app.access.FormToken;
import dev.tailback.app.texts.Texts;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import jakarta.inject.Singleton;
import java.util.Set;

/** Knows who asked for a page. */
@Singleton
public class Visitors {

    private final FormToken formToken;

    Visitors(FormToken formToken) {
        this.formToken = formToken;
    }

    public Visitor of(HttpRequest<?> request, Authentication who) {
        return new Visitor(
                who.getName(), formToken.of(request), Set.copyOf(who.getRoles()), request.getPath(), Texts.of(request));
    }
}
