package dev.tailback.app.mapping;

import dev.tailback.mapping.Idea;
import java.util.Optional;
import java.util.Set;

/**
 * What is otherwise than the mapping in use says, because the org has changed since it was put in use.
 *
 * @param revision grows by one with each change, through all versions of the mapping; 0 while there was none
 * @param suspended the ideas whose fields are left out
 * @param stopped why nothing may be sent, and what to do; empty while it may
 */
public record MappingEffect(long revision, Set<Idea> suspended, Optional<String> stopped) {

    static final MappingEffect NONE = new MappingEffect(0, Set.of(), Optional.empty());

    public MappingEffect {
        suspended = Set.copyOf(suspended);
    }

    /** What was in force for an earlier version of the mapping is not for a later one. */
    MappingEffect ended() {
        return new MappingEffect(revision, Set.of(), Optional.empty());
    }

    boolean isSame(Set<Idea> ideas, Optional<String> reason) {
        return suspended.equals(ideas) && stopped.equals(reason);
    }
}
