package dev.tailback.app.relay;

import dev.tailback.queue.QueueUnavailable;
import dev.tailback.web.loops.KnownFailure;
import jakarta.inject.Singleton;
import java.util.Optional;

/** A Redis that cannot be used says why itself. */
@Singleton
class QueueFailure implements KnownFailure {

    @Override
    public Optional<String> sentence(Throwable failure) {
        return failure instanceof QueueUnavailable ? Optional.ofNullable(failure.getMessage()) : Optional.empty();
    }
}
