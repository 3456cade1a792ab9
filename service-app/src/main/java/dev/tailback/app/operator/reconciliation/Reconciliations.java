package dev.tailback.app.operator.reconciliation;

import dev.tailback.app.entries.CountsView;
import dev.tailback.app.entries.EntryCounts;
import dev.tailback.app.entries.Filter;
import dev.tailback.web.input.Period;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads the results of comparisons. */
@Singleton
public class Reconciliations {

    private static final String OVERVIEW = """
            select id, contract_id, repair, who, begun_at, ended_at, code, message, entries, held,
                missing, foreign_usage, tampered, stale, newer, repaired, '[]' as found
            from reconciliation
            """;

    private static final String WHOLE = OVERVIEW.replace("'[]' as found", "found");

    private final JdbcOperations jdbc;
    private final DifferencesAsJson json;
    private final EntryCounts counts;

    Reconciliations(JdbcOperations jdbc, DifferencesAsJson json, EntryCounts counts) {
        this.jdbc = jdbc;
        this.json = json;
        this.counts = counts;
    }

    /** Of everything, without the differences one by one. */
    @Transactional(readOnly = true)
    public ReconciliationStatus status() {
        Optional<ReconciliationView> success = first(OVERVIEW
                + "where contract_id is null and ended_at is not null and code is null order by id desc limit 1");
        Optional<ReconciliationView> failure = first(OVERVIEW
                + "where contract_id is null and ended_at is not null and code is not null order by id desc limit 1");
        return new ReconciliationStatus(
                first(OVERVIEW + "where ended_at is null").isPresent(),
                success,
                failure.filter(failed ->
                        failed.id() > success.map(ReconciliationView::id).orElse(0L)),
                nextAt());
    }

    /** With the differences. */
    @Transactional(readOnly = true)
    public Optional<ReconciliationView> find(long id) {
        return first(WHOLE + "where id = " + id);
    }

    /** The newest one of everything that got to its end, with the differences. */
    @Transactional(readOnly = true)
    public Optional<ReconciliationView> last() {
        return first(
                WHOLE + "where contract_id is null and ended_at is not null and code is null order by id desc limit 1");
    }

    /** The newest first, without the differences one by one. */
    @Transactional(readOnly = true)
    public List<ReconciliationView> newest(Period period, int most) {
        Filter filter = new Filter();
        period.since().ifPresent(since -> filter.and("begun_at >= ?", Timestamp.from(since)));
        period.until().ifPresent(until -> filter.and("begun_at < ?", Timestamp.from(until)));
        return jdbc.prepareStatement(OVERVIEW + filter.where() + "order by id desc limit ?", statement -> {
            statement.setInt(filter.bind(statement), most);
            List<ReconciliationView> runs = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    runs.add(view(row));
                }
            }
            return runs;
        });
    }

    private Optional<Instant> nextAt() {
        return jdbc.prepareStatement("select due_at from reconciliation_turn", statement -> {
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getTimestamp(1).toInstant()) : Optional.empty();
            }
        });
    }

    private Optional<ReconciliationView> first(String sql) {
        return jdbc.prepareStatement(sql, this::view);
    }

    private Optional<ReconciliationView> view(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.of(view(row)) : Optional.empty();
        }
    }

    private ReconciliationView view(ResultSet row) throws SQLException {
        Map<String, Long> byKind = byKind(row);
        List<Difference> found = json.read(row.getString("found"));
        return new ReconciliationView(
                row.getLong("id"),
                state(row),
                Optional.ofNullable(row.getString("contract_id")),
                row.getBoolean("repair"),
                row.getString("who"),
                row.getTimestamp("begun_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("ended_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getString("code")),
                Optional.ofNullable(row.getString("message")),
                row.getLong("entries"),
                row.getLong("held"),
                byKind,
                byKind.values().stream().mapToLong(Long::longValue).sum(),
                row.getLong("repaired"),
                repairedNow(found),
                found);
    }

    private Optional<CountsView> repairedNow(List<Difference> found) {
        List<UUID> repaired = found.stream()
                .filter(Difference::repaired)
                .map(difference -> UUID.fromString(difference.entryId()))
                .toList();
        return repaired.isEmpty() ? Optional.empty() : Optional.of(CountsView.of(counts.of(repaired)));
    }

    private static String state(ResultSet row) throws SQLException {
        if (row.getTimestamp("ended_at") == null) {
            return "running";
        }
        return row.getString("code") == null ? "done" : "failed";
    }

    private static Map<String, Long> byKind(ResultSet row) throws SQLException {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put(DifferenceKind.MISSING.word(), row.getLong("missing"));
        counts.put(DifferenceKind.FOREIGN.word(), row.getLong("foreign_usage"));
        counts.put(DifferenceKind.TAMPERED.word(), row.getLong("tampered"));
        counts.put(DifferenceKind.STALE.word(), row.getLong("stale"));
        counts.put(DifferenceKind.NEWER.word(), row.getLong("newer"));
        return counts;
    }
}
