package dev.tailback.app.requests;

import dev.tailback.app.entries.EntryState;
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

/** Reads requests with the entries they are about. Needs neither Redis nor Salesforce. */
@Singleton
public class RequestReading {

    private static final String SELECT = """
            select r.*, a.title, e.ad_reference, e.contract_id, e.contract_product_id, e.wanted, e.state as entry_state,
                c.number as contract_number, c.customer, p.product
            from correction_request r
            join ad a on a.id = r.ad_id
            join shown_entry e on e.id = r.entry_id
            left join contract_label c on c.contract_id = e.contract_id
            left join contract_product_label p on p.contract_product_id = e.contract_product_id
            """;

    private final JdbcOperations jdbc;

    RequestReading(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order they were asked. */
    @Transactional(readOnly = true)
    public List<RequestView> ofAd(UUID adId) {
        return read(SELECT + "where r.ad_id = ? order by r.number", statement -> statement.setObject(1, adId));
    }

    @Transactional(readOnly = true)
    Optional<RequestView> find(UUID id) {
        return read(SELECT + "where r.id = ?", statement -> statement.setObject(1, id)).stream()
                .findFirst();
    }

    /** @throws dev.tailback.web.problems.Problem 404 {@code not_found} */
    RequestView get(UUID id) {
        return find(id).orElseThrow(() -> RequestProblems.unknown(id));
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    RequestPage page(Optional<RequestState> state, int page) {
        Filter filter = new Filter();
        state.ifPresent(wanted -> filter.and("r.state = ?", wanted.name()));
        List<RequestView> read =
                read(SELECT + filter.where() + "order by r.number desc limit ? offset ?", statement -> {
                    int next = filter.bind(statement);
                    statement.setInt(next, Paging.SIZE + 1);
                    statement.setInt(next + 1, page * Paging.SIZE);
                });
        return new RequestPage(Paging.shown(read), page, Paging.more(read));
    }

    /** Sets the values of a statement. */
    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    private List<RequestView> read(String sql, Binding binding) {
        return jdbc.prepareStatement(sql, statement -> {
            binding.bind(statement);
            List<RequestView> rows = new ArrayList<>();
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    rows.add(row(found));
                }
            }
            return rows;
        });
    }

    private List<RequestEventView> history(UUID id) {
        String sql = "select at, who, what, reason from correction_request_event where request_id = ? order by id";
        return jdbc.prepareStatement(sql, statement -> {
            statement.setObject(1, id);
            List<RequestEventView> lines = new ArrayList<>();
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    lines.add(new RequestEventView(
                            found.getTimestamp("at").toInstant(),
                            found.getString("who"),
                            RequestAction.valueOf(found.getString("what")),
                            text(found, "reason")));
                }
            }
            return lines;
        });
    }

    private RequestView row(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        RequestState state = RequestState.valueOf(row.getString("state"));
        List<RequestEventView> history = history(id);
        return new RequestView(
                id,
                state,
                row.getObject("entry_id", UUID.class),
                row.getObject("ad_id", UUID.class),
                row.getString("ad_reference"),
                row.getString("title"),
                row.getString("contract_id"),
                text(row, "contract_number"),
                text(row, "customer"),
                row.getString("contract_product_id"),
                text(row, "product"),
                row.getInt("wanted"),
                EntryState.valueOf(row.getString("entry_state")),
                row.getInt("units"),
                row.getString("reason"),
                row.getString("asked_by"),
                row.getTimestamp("asked_at").toInstant(),
                answer(history),
                RequestView.whatNow(state),
                history);
    }

    private static Optional<String> answer(List<RequestEventView> history) {
        return history.stream()
                .filter(line -> line.what() != RequestAction.ASKED)
                .reduce((earlier, later) -> later)
                .flatMap(RequestEventView::reason);
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }
}
