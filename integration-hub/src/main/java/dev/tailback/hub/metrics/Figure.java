package dev.tailback.hub.metrics;

import io.micronaut.core.annotation.Introspected;
import java.util.List;

/** One value with what tells it apart: two words at most, such as a CRM and a code. */
@Introspected
record Figure(String first, String second, double figure) {

    /** As many as there are keys. */
    String word(int index) {
        return List.of(first, second).get(index);
    }
}
