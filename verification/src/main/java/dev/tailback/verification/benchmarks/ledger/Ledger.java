package dev.tailback.verification.benchmarks.ledger;

import dev.tailback.localservices.EmbeddedPostgres;
import dev.tailback.verification.benchmarks.report.Samples;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The service app's database, looked at from outside: it must have been migrated by a service app. */
public final class Ledger {
    private final EmbeddedPostgres postgres;

    public Ledger(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** Entries whose newest version Salesforce has not accepted. */
    public long open() {
        return number("select count(*) from usage_entry where version > reported_version");
    }

    public long all() {
        return number("select count(*) from usage_entry");
    }

    /** No scheduled comparison runs while something else is measured. */
    public void compareNothing() {
        execute("update reconciliation_turn set due_at = now() + interval '1 day'");
    }

    /** Takes effect when PostgreSQL starts again. */
    public void rememberCommitTimes() {
        execute("alter system set track_commit_timestamp = on");
    }

    /**
     * From the commit that booked an entry to the commit that says Salesforce has accepted it, in ms, by PostgreSQL's
     * own record of commits: the history is append-only, so the transaction that wrote a line is still known.
     */
    public Samples reportedAfterMs() {
        Samples times = new Samples();
        numbers("""
                select 1000 * extract(epoch from pg_xact_commit_timestamp(a.xmin) - pg_xact_commit_timestamp(c.xmin))
                from usage_history c
                join usage_history a on a.entry_id = c.entry_id and a.what = 'ACCEPTED'
                where c.what = 'CREATED'
                """).forEach(times::add);
        return times;
    }

    /**
     * Everything people booked is forgotten: only a superuser can tell PostgreSQL not to ask the triggers that refuse
     * it.
     */
    public void empty() {
        execute(
                "set session_replication_role = replica",
                "truncate ad, usage_entry, usage_history, idempotency_key cascade");
    }

    /** Milliseconds that PostgreSQL has worked on statements of this database; some seconds late. */
    public double workedMs() {
        return numbers("select active_time from pg_stat_database where datname = current_database()")
                .get(0);
    }

    void execute(String... statements) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The ledger refused a statement: " + e.getMessage(), e);
        }
    }

    private long number(String sql) {
        return (long) numbers(sql).get(0).doubleValue();
    }

    List<Double> numbers(String sql) {
        List<Double> numbers = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                numbers.add(row.getDouble(1));
            }
            return numbers;
        } catch (SQLException e) {
            throw new IllegalStateException("The ledger refused a question: " + e.getMessage(), e);
        }
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(), postgres.username(), postgres.password());
    }
}
