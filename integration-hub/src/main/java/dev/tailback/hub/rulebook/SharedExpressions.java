package dev.tailback.hub.rulebook;

import dev.tailback.hub.survivorship.Expressions;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** One for the program: what it compiled is kept. */
@Factory
final class SharedExpressions {

    @Singleton
    Expressions expressions() {
        return new Expressions();
    }
}
