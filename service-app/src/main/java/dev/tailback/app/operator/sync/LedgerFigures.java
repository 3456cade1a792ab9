package dev.tailback.app.operator.sync;

import dev.tailback.app.entries.EntryState;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;

/** What the ledger knows about the way to Salesforce. What counts as waiting or retrying is what each entry shows. */
@Singleton
public class LedgerFigures {

    private static final String WAITING = EntryState.WAITING.condition();
    private static final String RETRYING = EntryState.RETRYING.condition();

    private static final String NOW = "select count(*) filter (where " + WAITING + ") waiting, count(*) filter (where "
            + RETRYING + ") retrying, min(e.open_since) filter (where " + WAITING + " or " + RETRYING
            + ") oldest_since,"
            + """
             (select max(reported_at) from usage_entry where reported_at is not null) last_success
            from usage_entry e
            """
            + EntryState.JOIN_OF_OPEN + "where e.fate = 'OPEN' and e.version > e.reported_version";

    private final JdbcOperations jdbc;

    LedgerFigures(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Figures now() {
        return jdbc.prepareStatement(NOW, statement -> {
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Figures(
                        row.getLong("waiting"),
                        row.getLong("retrying"),
                        time(row, "oldest_since"),
                        time(row, "last_success"));
            }
        });
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }

    /** Counts of entries, and times. */
    public record Figures(
            long waiting,
            long retrying,
            @Nullable Instant oldestSince,
            @Nullable Instant lastSuccess) {}
}
