package dev.tailback.web.startup;

import java.util.Properties;
import org.postgresql.Driver;

/** The JDBC address of PostgreSQL; what people see of it is host, port and database, never a user or password. */
public final class PostgresAddress {

    private PostgresAddress() {}

    public static boolean isWellFormed(String url) {
        return url.startsWith("jdbc:postgresql:") && Driver.parseURL(url, new Properties()) != null;
    }

    public static String shown(String url) {
        Properties parts = Driver.parseURL(url, new Properties());
        return parts.getProperty("PGHOST", "localhost") + ":" + parts.getProperty("PGPORT", "5432") + "/"
                + parts.getProperty("PGDBNAME", "");
    }
}
