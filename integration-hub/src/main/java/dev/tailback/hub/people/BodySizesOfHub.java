package dev.tailback.hub.people;

import dev.tailback.edge.BodySizes;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.Map;

/** How large a body may be. */
@Factory
class BodySizesOfHub {

    private static final int GENERAL = 1_048_576;

    @Singleton
    BodySizes sizes() {
        return new BodySizes(GENERAL, Map.of());
    }
}
