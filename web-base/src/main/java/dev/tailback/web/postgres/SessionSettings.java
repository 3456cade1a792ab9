package dev.tailback.web.postgres;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.postgresql.Driver;

/**
 * What every session of ours begins with. It is said in SQL and not in the startup packet, since PgBouncer refuses
 * startup parameters it does not know; what the address sets itself is left as it is.
 */
final class SessionSettings {

    /** Fails on a PostgreSQL that takes no writes, with the state that a write would meet there. */
    static final String WRITABLE = """
            do $$ begin
              if current_setting('transaction_read_only') = 'on' then
                raise exception 'This PostgreSQL is read-only: Tailback needs the one that takes writes' using errcode = '25006';
              end if;
            end $$""";

    private final String url;
    private final PostgresLimits limits;

    SessionSettings(String url, PostgresLimits limits) {
        this.url = url;
        this.limits = limits;
    }

    /** For connections that serve people and loops. */
    String sql() {
        return sql(limits.statementTimeout(), limits.lockTimeout(), limits.idleInTransactionTimeout());
    }

    /** For the connections of migrations. */
    String sqlOfMigrations() {
        return sql(limits.migrationTimeout(), limits.migrationLockTimeout(), limits.migrationTimeout());
    }

    private String sql(Duration statement, Duration lock, Duration idle) {
        String options = addressParts().getProperty("options", "");
        Map<String, Duration> settings = new LinkedHashMap<>();
        settings.put("statement_timeout", statement);
        settings.put("lock_timeout", lock);
        settings.put("idle_in_transaction_session_timeout", idle);
        StringBuilder sql = new StringBuilder();
        settings.forEach((name, value) -> {
            if (!options.contains(name)) {
                sql.append("set ")
                        .append(name)
                        .append(" = ")
                        .append(value.toMillis())
                        .append("; ");
            }
        });
        return sql.append(WRITABLE).toString();
    }

    /** What the driver watches on our side of a connection, without what the address says itself. */
    Properties ofTheDriver(Duration socketTimeout) {
        Properties said = addressParts();
        Properties ours = new Properties();
        Map.of(
                        "connectTimeout", seconds(limits.connectTimeout()),
                        "loginTimeout", seconds(limits.connectTimeout().multipliedBy(2)),
                        "socketTimeout", seconds(socketTimeout),
                        "cancelSignalTimeout", seconds(limits.connectTimeout()),
                        "tcpKeepAlive", "true")
                .forEach((name, value) -> {
                    if (!said.containsKey(name)) {
                        ours.setProperty(name, value);
                    }
                });
        return ours;
    }

    Properties ofTheDriver() {
        return ofTheDriver(limits.socketTimeout());
    }

    private Properties addressParts() {
        Properties parts = Driver.parseURL(url, new Properties());
        return parts == null ? new Properties() : parts;
    }

    /** The driver counts whole seconds, and takes 0 for "for ever". */
    private static String seconds(Duration duration) {
        return Long.toString(Math.max(1, duration.plusMillis(999).toSeconds()));
    }
}
