package dev.tailback.mapping.drift;

import dev.tailback.mapping.Idea;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that is otherwise than when the mapping was put in use.
 *
 * @param changes what matters most first
 * @param suspended the ideas whose fields are left out until they can be used again
 */
public record Drift(List<Change> changes, Set<Idea> suspended) {

    public static final Drift NONE = new Drift(List.of(), Set.of());

    public Drift {
        changes = List.copyOf(changes);
        suspended = Set.copyOf(suspended);
    }

    /** Empty when nothing is otherwise. */
    public Optional<Weight> weight() {
        return changes.stream().map(Change::weight).max(Weight::compareTo);
    }

    /** The first change that stops what is meant. */
    public Optional<Change> stopping(Stops what) {
        return changes.stream().filter(change -> change.stops() == what).findFirst();
    }
}
