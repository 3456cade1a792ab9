package dev.tailback.web.postgres;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** One value of many rows, for a statement that works on all of them: {@code unnest} makes rows of such columns. */
public final class Columns {

    private Columns() {}

    /**
     * @param type as PostgreSQL calls it
     * @param value of a row; null is a value, too
     */
    public static <T> Array of(PreparedStatement statement, String type, List<T> rows, Function<T, Object> value)
            throws SQLException {
        return statement
                .getConnection()
                .createArrayOf(type, rows.stream().map(value).toArray());
    }

    /** @param value of a row; null is a value, too */
    public static <T> Array times(PreparedStatement statement, List<T> rows, Function<T, Instant> value)
            throws SQLException {
        return of(statement, "timestamptz", rows, row -> {
            Instant time = value.apply(row);
            return time == null ? null : Timestamp.from(time);
        });
    }
}
