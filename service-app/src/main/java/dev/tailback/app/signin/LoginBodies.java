package dev.tailback.app.signin;

import dev.tailback.edge.BodySizes;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.Map;

/** How large a body may be: small where anybody may send one. */
@Factory
class LoginBodies {

    private static final int GENERAL = 1_048_576;
    /** A name, a password and a token. */
    private static final int LOGIN = 4_096;
    /** A form of a page, carried through the login. */
    private static final int KEPT = 262_144;

    @Singleton
    BodySizes sizes() {
        return new BodySizes(
                GENERAL, Map.of("/login", LOGIN, "/login/again", LOGIN, "/login/keep", KEPT, "/login/kept", KEPT));
    }
}
