package dev.tailback.app.operator.reconciliation;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads the ledger in the order of the entries' ids, a page at a time, so that millions can be compared with little
 * memory.
 */
@Singleton
class LedgerPages {

    static final UUID BEFORE_ALL = new UUID(0, 0);
    static final UUID AFTER_ALL = new UUID(-1, -1);

    private static final String SELECT = """
            select e.id, e.contract_id, e.contract_product_id, e.version, e.units, e.cancelled,
                e.reported_version, e.reported_units, e.reported_cancelled, e.fate, e.open, e.ad_reference
            from shown_entry e
            """;

    private final JdbcOperations jdbc;

    LedgerPages(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Entries after the one id, up to and with the other. */
    @Transactional(readOnly = true)
    List<LedgerEntry> between(Optional<String> contractId, UUID after, UUID upTo, int limit) {
        String contract = contractId.isPresent() ? "and e.contract_id = ? " : "";
        String sql = SELECT + "where e.id > ? and e.id <= ? " + contract + "order by e.id limit ?";
        return jdbc.prepareStatement(sql, statement -> {
            int next = 1;
            statement.setObject(next++, after);
            statement.setObject(next++, upTo);
            if (contractId.isPresent()) {
                statement.setString(next++, contractId.get());
            }
            statement.setInt(next, limit);
            return entries(statement);
        });
    }

    /** In no order. */
    @Transactional(readOnly = true)
    List<LedgerEntry> byIds(Collection<UUID> ids) {
        return jdbc.prepareStatement(SELECT + "where e.id = any(?)", statement -> {
            statement.setArray(1, statement.getConnection().createArrayOf("uuid", ids.toArray()));
            return entries(statement);
        });
    }

    private List<LedgerEntry> entries(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            return jdbc.entityStream(rows, LedgerEntry.class).toList();
        }
    }
}
