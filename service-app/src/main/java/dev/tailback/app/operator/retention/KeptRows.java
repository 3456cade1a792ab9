package dev.tailback.app.operator.retention;

import dev.tailback.app.operator.retention.Keeping.UntilOld;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;

/** The SQL of retention. Names of tables and columns come from {@link Kinds} alone. */
@Singleton
class KeptRows {

    /** So many are counted one by one; beyond that PostgreSQL's own estimate is told. */
    static final int COUNTED = 10_000;

    /** So many of those that may go are counted. */
    static final int MATCHING = 100_000;

    private static final String COUNT = "select count(*) from (select from %s limit ?) counted";

    /** PostgreSQL's last estimate; less than nothing for a table that was never analysed. */
    private static final String ESTIMATE = "select reltuples::bigint from pg_class where oid = '%s'::regclass";

    private static final String OLDEST_SPENT = """
            select %2$s from %1$s where %2$s <= ? order by %2$s limit 1
            """;

    private static final String COUNT_SPENT = """
            select count(*) from (select from %1$s where %2$s < ? and %3$s limit ?) counted
            """;

    // What another deletion holds is left to it.
    private static final String DELETE_SPENT = """
            delete from %1$s where ctid = any(array(
                select ctid from %1$s where %2$s < ? and %3$s order by %2$s limit ? for update skip locked))
            """;

    private final JdbcOperations jdbc;

    KeptRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    RowCount count(Kind kind) {
        return kind.tables().stream().map(this::count).reduce(RowCount.NONE, RowCount::and);
    }

    /** Of a kind that is spent: of the rows that are. */
    @Transactional(readOnly = true)
    Optional<Instant> oldest(Kind kind, Instant now) {
        return kind.keeping()
                .fold(
                        () -> time(kind.oldest(), now, false),
                        Optional::<Instant>empty,
                        spent -> time(OLDEST_SPENT.formatted(spent.table(), spent.spentAt()), now, true));
    }

    /** How many are older, at most {@link #MATCHING}. */
    @Transactional(readOnly = true)
    RowCount older(UntilOld spent, Instant before) {
        long counted = jdbc.prepareStatement(sql(COUNT_SPENT, spent), statement -> {
            statement.setTimestamp(1, Timestamp.from(before));
            statement.setInt(2, MATCHING + 1);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
        return new RowCount(Math.min(counted, MATCHING), counted <= MATCHING);
    }

    /** The oldest first. @return how many are gone */
    @Transactional
    long delete(UntilOld spent, Instant before, int most) {
        return jdbc.prepareStatement(sql(DELETE_SPENT, spent), statement -> {
            statement.setTimestamp(1, Timestamp.from(before));
            statement.setInt(2, most);
            return statement.executeUpdate();
        });
    }

    private RowCount count(String table) {
        long counted = jdbc.prepareStatement(COUNT.formatted(table), statement -> {
            statement.setInt(1, COUNTED + 1);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
        return counted <= COUNTED ? new RowCount(counted, true) : new RowCount(estimated(table), false);
    }

    private long estimated(String table) {
        return jdbc.prepareStatement(ESTIMATE.formatted(table), statement -> {
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return Math.max(COUNTED, row.getLong(1));
            }
        });
    }

    private Optional<Instant> time(String sql, Instant now, boolean untilNow) {
        return jdbc.prepareStatement(sql, statement -> {
            if (untilNow) {
                statement.setTimestamp(1, Timestamp.from(now));
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant)
                        : Optional.empty();
            }
        });
    }

    private static String sql(String template, UntilOld spent) {
        return template.formatted(spent.table(), spent.spentAt(), spent.condition());
    }
}
