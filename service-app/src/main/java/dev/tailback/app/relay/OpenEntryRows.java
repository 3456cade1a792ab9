package dev.tailback.app.relay;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the relay reads of an entry {@code e}. */
final class OpenEntryRows {

    static final String SELECT = """
            select e.id, e.line, e.contract_id, e.contract_product_id, e.units, e.cancelled, e.version, e.attempts,
                e.next_attempt_at, e.offer_due_at, e.ad_reference, e.held_back
            from shown_entry e
            """;

    private OpenEntryRows() {}

    /** In the order they were booked. */
    static List<OpenEntry> read(PreparedStatement statement) throws SQLException {
        List<OpenEntry> entries = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                entries.add(entry(row));
            }
        }
        entries.sort(Comparator.comparingLong(OpenEntry::line));
        return entries;
    }

    private static OpenEntry entry(ResultSet row) throws SQLException {
        return new OpenEntry(
                row.getObject("id", UUID.class),
                row.getLong("line"),
                row.getString("contract_id"),
                row.getString("contract_product_id"),
                row.getInt("units"),
                row.getBoolean("cancelled"),
                row.getLong("version"),
                row.getInt("attempts"),
                Optional.ofNullable(row.getTimestamp("next_attempt_at")).map(Timestamp::toInstant),
                row.getTimestamp("offer_due_at").toInstant(),
                row.getString("ad_reference"),
                row.getBoolean("held_back"));
    }
}
