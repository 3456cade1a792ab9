package dev.tailback.web.loops;

import dev.tailback.web.postgres.NotNow;
import jakarta.inject.Singleton;
import java.util.Optional;

/** A PostgreSQL that does not take the work now. */
@Singleton
class PostgresFailure implements KnownFailure {

    @Override
    public Optional<String> sentence(Throwable failure) {
        return NotNow.in(failure).map(NotNow::sentence);
    }
}
