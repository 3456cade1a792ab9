package dev.tailback.app.proof;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One proof at a time, whichever service app makes it: a second one would disturb the figures of the first. */
@Singleton
class ProofClaims {

    /** Longer than the longest proof, so that none is overtaken; a service app that dies holds it no longer. */
    static final Duration LEASE = Duration.ofMinutes(5);

    private static final String CLAIM = """
            insert into proof_claim as held (single, reference, who, since, until) values (true, ?, ?, ?, ?)
            on conflict (single) do update
            set reference = excluded.reference, who = excluded.who, since = excluded.since, until = excluded.until
            where held.until <= excluded.since
            """;

    private static final String RUNNING = "select reference, who, since, until from proof_claim";

    private static final String RELEASE = "delete from proof_claim where reference = ?";

    private final JdbcOperations jdbc;

    ProofClaims(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** A proof that is being made. @param until after it nobody waits for that proof any more */
    record Running(String reference, String who, Instant since, Instant until) {}

    /** Empty when it is ours now; else the proof that is being made. */
    @Transactional
    Optional<Running> claim(String reference, String who, Instant now) {
        return claimed(reference, who, now) ? Optional.empty() : Optional.of(running());
    }

    private boolean claimed(String reference, String who, Instant now) {
        return jdbc.prepareStatement(CLAIM, statement -> {
            statement.setString(1, reference);
            statement.setString(2, who);
            statement.setTimestamp(3, Timestamp.from(now));
            statement.setTimestamp(4, Timestamp.from(now.plus(LEASE)));
            return statement.executeUpdate() == 1;
        });
    }

    /** The refused claim keeps its row locked until the end of the transaction, so it is there. */
    private Running running() {
        return jdbc.prepareStatement(RUNNING, statement -> {
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return running(row);
            }
        });
    }

    private static Running running(ResultSet row) throws SQLException {
        return new Running(
                row.getString("reference"),
                row.getString("who"),
                row.getTimestamp("since").toInstant(),
                row.getTimestamp("until").toInstant());
    }

    /** Where it is ours still. */
    @Transactional
    void release(String reference) {
        jdbc.prepareStatement(RELEASE, statement -> {
            statement.setString(1, reference);
            return statement.executeUpdate();
        });
    }
}
