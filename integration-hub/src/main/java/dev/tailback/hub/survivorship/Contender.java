package dev.tailback.hub.survivorship;

import dev.tailback.hub.entity.Fact;

/**
 * A fact that may win.
 *
 * @param rank of its CRM, 0 for the most trusted
 * @param filled how many attributes its record has filled
 */
record Contender(Fact fact, int rank, long filled) {

    int length() {
        return fact.held()
                .text()
                .map(value -> value.codePointCount(0, value.length()))
                .orElse(0);
    }
}
