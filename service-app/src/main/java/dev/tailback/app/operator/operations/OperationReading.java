package dev.tailback.app.operator.operations;

import dev.tailback.app.entries.CountsView;
import dev.tailback.app.entries.EntryCounts;
import dev.tailback.app.entries.Filter;
import dev.tailback.web.input.Paging;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads what operators did, and what became of the entries it was about. */
@Singleton
public class OperationReading {

    private static final String SELECT = "select o.* from operator_action o\n";

    private final JdbcOperations jdbc;
    private final EntryCounts counts;

    OperationReading(JdbcOperations jdbc, EntryCounts counts) {
        this.jdbc = jdbc;
        this.counts = counts;
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public OperationPage search(OperationSearch search) {
        Filter filter = search.filter();
        String sql = SELECT + filter.where() + "order by o.id desc limit ? offset ?";
        List<Operation> read = jdbc.prepareStatement(sql, statement -> {
            int next = filter.bind(statement);
            statement.setInt(next, Paging.SIZE + 1);
            statement.setInt(next + 1, search.page() * Paging.SIZE);
            return rows(statement, OperationReading::operation);
        });
        return OperationPage.of(read, search.page());
    }

    /** One operation, and how its entries stand now. */
    @Transactional(readOnly = true)
    public Optional<OperationOutcome> find(long id) {
        List<OperationOutcome> found = jdbc.prepareStatement(SELECT + "where o.id = ?", statement -> {
            statement.setLong(1, id);
            return rows(statement, this::outcome);
        });
        return found.stream().findFirst();
    }

    private OperationOutcome outcome(ResultSet row) throws SQLException {
        List<UUID> entries = List.of((UUID[]) row.getArray("entry_ids").getArray());
        CountsView now = CountsView.of(counts.of(entries));
        return new OperationOutcome(OperationView.of(operation(row)), now, now.settled(), entries);
    }

    private static <T> List<T> rows(PreparedStatement statement, Row<T> reading) throws SQLException {
        List<T> rows = new ArrayList<>();
        try (ResultSet found = statement.executeQuery()) {
            while (found.next()) {
                rows.add(reading.of(found));
            }
        }
        return rows;
    }

    private static Operation operation(ResultSet row) throws SQLException {
        return new Operation(
                row.getLong("id"),
                row.getTimestamp("at").toInstant(),
                row.getString("who"),
                OperatorAction.valueOf(row.getString("what")),
                row.getString("reason"),
                row.getLong("entries"),
                row.getString("code"),
                row.getString("contract_id"),
                row.getObject("entry_id", UUID.class),
                row.getString("narrowed"),
                row.getObject("deleted", Long.class));
    }

    /** Turns a row into what it means. */
    private interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }
}
