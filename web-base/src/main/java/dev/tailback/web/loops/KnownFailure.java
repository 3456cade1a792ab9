package dev.tailback.web.loops;

import java.util.Optional;

/** Knows failures whose reason is a sentence already; the places in the code would add nothing to it. */
@FunctionalInterface
public interface KnownFailure {

    Optional<String> sentence(Throwable failure);
}
