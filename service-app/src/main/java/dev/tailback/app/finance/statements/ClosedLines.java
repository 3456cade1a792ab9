package dev.tailback.app.finance.statements;

import dev.tailback.app.finance.lines.FinanceScope;
import dev.tailback.app.finance.lines.LineKind;
import dev.tailback.app.finance.lines.UsageLine;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The lines of all statements. */
@Singleton
class ClosedLines {

    private static final int STRETCH = 1_000;

    // The last line of an entry says what of it is closed; after a reversal nothing is.
    private static final String LAST = """
            select * from (
                select distinct on (entry_id) * from close_statement_line
                where entry_id = any(?) order by entry_id, statement desc, position desc) last
            where kind <> 'REVERSAL'
            """;

    private static final String ENTRIES_OF_SCOPE = """
            select distinct entry_id from close_statement_line
            where (cast(? as text) is null or contract_id = ?)
                and (cast(? as timestamptz) is null or locked_at >= ?)
                and (cast(? as timestamptz) is null or locked_at < ?)
            """;

    private static final String INSERT = """
            insert into close_statement_line (statement, position, kind, entry_id, version, customer_id, customer,
                contract_id, contract_number, contract_product_id, product, units, unit_price, amount, currency,
                locked_at, service_date, salesforce_id, created_by, created_at, ad_reference)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final JdbcOperations jdbc;

    ClosedLines(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** What is closed of these entries. */
    @Transactional(readOnly = true)
    Map<UUID, UsageLine> closed(Collection<UUID> entryIds) {
        Map<UUID, UsageLine> closed = new HashMap<>();
        List<UUID> ids = List.copyOf(entryIds);
        for (int from = 0; from < ids.size(); from += STRETCH) {
            List<UUID> some = ids.subList(from, Math.min(from + STRETCH, ids.size()));
            jdbc.prepareStatement(LAST, statement -> {
                        statement.setArray(1, statement.getConnection().createArrayOf("uuid", some.toArray()));
                        return lines(statement);
                    })
                    .forEach(line -> closed.put(line.entryId(), line));
        }
        return closed;
    }

    /** Entries that any statement closed in this scope. */
    @Transactional(readOnly = true)
    List<UUID> entriesIn(FinanceScope scope) {
        return jdbc.prepareStatement(ENTRIES_OF_SCOPE, statement -> {
            setTwice(statement, 1, scope.contractId().orElse(null), Types.VARCHAR);
            setTwice(statement, 3, time(scope.begin()), Types.TIMESTAMP_WITH_TIMEZONE);
            setTwice(statement, 5, time(scope.end()), Types.TIMESTAMP_WITH_TIMEZONE);
            List<UUID> ids = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getObject(1, UUID.class));
                }
            }
            return ids;
        });
    }

    private static @Nullable OffsetDateTime time(Optional<Instant> at) {
        return at.map(instant -> instant.atOffset(ZoneOffset.UTC)).orElse(null);
    }

    private static void setTwice(PreparedStatement statement, int index, @Nullable Object value, int type)
            throws SQLException {
        statement.setObject(index, value, type);
        statement.setObject(index + 1, value, type);
    }

    @Transactional(readOnly = true)
    List<UsageLine> of(long statementNumber) {
        return jdbc.prepareStatement(
                "select * from close_statement_line where statement = ? order by position", statement -> {
                    statement.setLong(1, statementNumber);
                    return lines(statement);
                });
    }

    /** Call it in the transaction that writes the statement. */
    void write(long statementNumber, List<UsageLine> lines) {
        jdbc.prepareStatement(INSERT, statement -> {
            for (int position = 0; position < lines.size(); position++) {
                set(statement, statementNumber, position, lines.get(position));
                statement.addBatch();
                if (position % STRETCH == STRETCH - 1) {
                    statement.executeBatch();
                }
            }
            return statement.executeBatch();
        });
    }

    private static void set(PreparedStatement row, long statementNumber, int position, UsageLine line)
            throws SQLException {
        int index = 1;
        row.setLong(index++, statementNumber);
        row.setInt(index++, position);
        row.setString(index++, line.kind().name());
        row.setObject(index++, line.entryId());
        row.setLong(index++, line.version());
        row.setString(index++, line.customerId());
        row.setString(index++, line.customer());
        row.setString(index++, line.contractId());
        row.setString(index++, line.contractNumber());
        row.setString(index++, line.contractProductId());
        row.setString(index++, line.product());
        row.setLong(index++, line.units());
        row.setBigDecimal(index++, line.unitPrice());
        row.setBigDecimal(index++, line.amount());
        row.setString(index++, line.currency());
        row.setTimestamp(index++, line.lockedAt().map(Timestamp::from).orElse(null));
        row.setDate(index++, Date.valueOf(line.serviceDate()));
        row.setString(index++, line.salesforceId());
        row.setString(index++, line.createdBy());
        row.setTimestamp(index++, Timestamp.from(line.createdAt()));
        row.setString(index, line.adReference());
    }

    private static List<UsageLine> lines(PreparedStatement statement) throws SQLException {
        List<UsageLine> lines = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                lines.add(line(rows));
            }
        }
        return lines;
    }

    private static UsageLine line(ResultSet row) throws SQLException {
        return new UsageLine(
                LineKind.valueOf(row.getString("kind")),
                row.getObject("entry_id", UUID.class),
                row.getLong("version"),
                row.getString("customer_id"),
                row.getString("customer"),
                row.getString("contract_id"),
                row.getString("contract_number"),
                row.getString("contract_product_id"),
                row.getString("product"),
                row.getLong("units"),
                row.getBigDecimal("unit_price"),
                row.getBigDecimal("amount"),
                row.getString("currency"),
                Optional.ofNullable(row.getTimestamp("locked_at")).map(Timestamp::toInstant),
                row.getDate("service_date").toLocalDate(),
                row.getString("salesforce_id"),
                row.getString("created_by"),
                instant(row, "created_at"),
                row.getString("ad_reference"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }
}
