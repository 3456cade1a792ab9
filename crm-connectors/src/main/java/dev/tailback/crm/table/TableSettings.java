package dev.tailback.crm.table;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which tables of which database, and how patient we are. The password shows in no text.
 *
 * @param jdbcUrl {@code jdbc:postgresql://host:port/database}, perhaps with {@code ?sslmode=verify-full}
 * @param objects {@code schema.table} each, as the catalogue writes them
 * @param limit for one statement; a lock is waited for half as long
 */
public record TableSettings(String jdbcUrl, String user, String password, List<String> objects, Duration limit) {

    /** Other settings of a URL may load classes or hold secrets, so they are not taken. */
    private static final String SETTING = "(sslmode|sslrootcert|targetServerType)=[^&\\s]{1,300}";

    private static final Pattern URL = Pattern.compile(
            "jdbc:postgresql://[^/?#@\\s]{1,500}/[^/?#&\\s]{1,200}" + "(\\?" + SETTING + "(&" + SETTING + "){0,2})?");

    public TableSettings {
        objects = List.copyOf(objects);
        if (!URL.matcher(jdbcUrl).matches()) {
            throw new IllegalArgumentException(
                    "The address of the database is not usable: write jdbc:postgresql://host:port/database, and after "
                            + "it at most sslmode, sslrootcert and targetServerType; user and password stand elsewhere.");
        }
        for (String object : objects) {
            if (TableName.of(object).isEmpty()) {
                throw new IllegalArgumentException(
                        "'" + object + "' is no table: write schema.table, as the database's catalogue writes both.");
            }
        }
    }

    public static TableSettings of(String jdbcUrl, String user, String password, List<String> objects) {
        return new TableSettings(jdbcUrl, user, password, objects, Duration.ofSeconds(30));
    }

    public TableSettings withLimit(Duration other) {
        return new TableSettings(jdbcUrl, user, password, objects, other);
    }

    /** For people: the address without what may be set in it. */
    String place() {
        return jdbcUrl.substring("jdbc:postgresql://".length()).replaceFirst("\\?.*", "");
    }

    @Override
    public String toString() {
        return "TableSettings[" + place() + ", " + user + ", ***, " + objects + "]";
    }
}
