package dev.tailback.app.operator.sync;

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

    private static final String NOW = """
            select count(*) filter (where e.waiting) waiting, count(*) filter (where e.retrying) retrying,
                min(e.open_since) filter (where (e.waiting or e.retrying) and e.hold_id is null) oldest_since,
                (select max(reported_at) from usage_entry where reported_at is not null) last_success
            from shown_entry e
            where e.open
            """;

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
