package dev.tailback.app.finance.month;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads the ledger for finance, a stretch at a time. */
@Singleton
class LedgerLines {

    private static final String SELECT = """
            select e.id, e.line, e.contract_id, e.contract_product_id, e.ad_reference, e.ad_id, e.reported_version,
                e.held, e.unreported, e.state, e.shown_code, a.created_by, e.created_at
            from shown_entry e join ad a on a.id = e.ad_id
            """;

    private static final String OPEN = "e.unreported and (e.contract_id = any(?) or e.created_at < ?)";

    private final JdbcOperations jdbc;

    LedgerLines(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** In no order. */
    @Transactional(readOnly = true)
    List<LedgerLine> byIds(Collection<UUID> ids) {
        return jdbc.prepareStatement(SELECT + "where e.id = any(?)", statement -> {
            statement.setArray(1, statement.getConnection().createArrayOf("uuid", ids.toArray()));
            return lines(statement);
        });
    }

    /** What Salesforce holds of these contracts, as far as its answers told: not cancelled, the oldest first. */
    @Transactional(readOnly = true)
    List<LedgerLine> held(Collection<String> contractIds, long after, int limit) {
        String where = """
                where e.contract_id = any(?) and e.reported_version > 0 and e.holds_back and e.line > ?
                order by e.line limit ?""";
        return jdbc.prepareStatement(SELECT + where, statement -> {
            statement.setArray(1, texts(statement, contractIds));
            statement.setLong(2, after);
            statement.setInt(3, limit);
            return lines(statement);
        });
    }

    /** Entries that Salesforce has not accepted: of these contracts, or booked before this time. The oldest first. */
    @Transactional(readOnly = true)
    List<LedgerLine> open(Collection<String> contractIds, Instant before, int limit) {
        return jdbc.prepareStatement(SELECT + "where " + OPEN + " order by e.line limit ?", statement -> {
            statement.setArray(1, texts(statement, contractIds));
            statement.setTimestamp(2, Timestamp.from(before));
            statement.setInt(3, limit);
            return lines(statement);
        });
    }

    /** How many of them are in each state. */
    @Transactional(readOnly = true)
    Map<String, Long> openByState(Collection<String> contractIds, Instant before) {
        String sql = "select e.state, count(*) from shown_entry e where " + OPEN + " group by e.state";
        return jdbc.prepareStatement(sql, statement -> {
            statement.setArray(1, texts(statement, contractIds));
            statement.setTimestamp(2, Timestamp.from(before));
            return counts(statement);
        });
    }

    /** How many units that count were booked on each of these contracts in this span. */
    @Transactional(readOnly = true)
    Map<String, Long> unitsBooked(Collection<String> contractIds, Instant from, Instant to) {
        String sql = """
                select contract_id, sum(units) from usage_entry
                where contract_id = any(?) and not cancelled and created_at >= ? and created_at < ?
                group by contract_id
                """;
        return jdbc.prepareStatement(sql, statement -> {
            statement.setArray(1, texts(statement, contractIds));
            statement.setTimestamp(2, Timestamp.from(from));
            statement.setTimestamp(3, Timestamp.from(to));
            return counts(statement);
        });
    }

    private static java.sql.Array texts(PreparedStatement statement, Collection<String> texts) throws SQLException {
        return statement.getConnection().createArrayOf("text", texts.toArray());
    }

    private static Map<String, Long> counts(PreparedStatement statement) throws SQLException {
        Map<String, Long> counts = new HashMap<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                counts.put(rows.getString(1), rows.getLong(2));
            }
        }
        return counts;
    }

    private List<LedgerLine> lines(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            return jdbc.entityStream(rows, LedgerLine.class).toList();
        }
    }
}
