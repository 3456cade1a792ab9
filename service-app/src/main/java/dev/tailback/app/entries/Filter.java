package dev.tailback.app.entries;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The conditions of a search that a user asked for. Clauses are ours; what people typed is only ever bound as a
 * value.
 */
public final class Filter {

    private final List<String> clauses = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    /** Adds a condition with one question mark for each value. */
    public Filter and(String clause, Object... bound) {
        clauses.add(clause);
        values.addAll(List.of(bound));
        return this;
    }

    /** {@code where ...}, or nothing. */
    public String where() {
        return clauses.isEmpty() ? "" : "where " + String.join(" and ", clauses) + "\n";
    }

    /** Binds the values from the first parameter on. @return the number of the next free parameter */
    public int bind(PreparedStatement statement) throws SQLException {
        int next = 1;
        for (Object value : values) {
            statement.setObject(next++, value);
        }
        return next;
    }

    /** Finds the text anywhere, with its own percent signs and underscores taken as they are. */
    public static String anywhere(String text) {
        return "%" + text.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
