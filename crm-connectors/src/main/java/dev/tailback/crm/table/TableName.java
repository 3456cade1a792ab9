package dev.tailback.crm.table;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A table with its schema, as in {@code crm.customer}: exactly as PostgreSQL's catalogue writes both. */
record TableName(String schema, String table) {

    private static final String PART = "([\\p{L}_][\\p{L}\\p{N}_$ -]{0,62})";
    private static final Pattern NAME = Pattern.compile(PART + "\\." + PART);

    static Optional<TableName> of(String text) {
        Matcher name = NAME.matcher(text);
        return name.matches() ? Optional.of(new TableName(name.group(1), name.group(2))) : Optional.empty();
    }

    String sql() {
        return quoted(schema) + "." + quoted(table);
    }

    static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    /** As the log of changes writes it. */
    @Override
    public String toString() {
        return schema + "." + table;
    }
}
