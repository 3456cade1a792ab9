package dev.tailback.verification.benchmarks.matching;

import dev.tailback.hub.entity.Entities;
import dev.tailback.hub.entity.Entity;
import dev.tailback.mapping.declaration.DeclarationInvalid;

/** The one entity of a file. */
final class Declared {

    private Declared() {}

    static Entity entity(String yaml) {
        try {
            return Entities.read(yaml).all().get(0);
        } catch (DeclarationInvalid ours) {
            throw new IllegalStateException(ours);
        }
    }
}
