package dev.tailback.verification.benchmarks.hub;

import dev.tailback.localservices.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** What the hub has come to, as its own database says. */
record HubDatabase(EmbeddedPostgres postgres) {
    static final String NAME = "hub";

    /** Nothing is on its way. */
    boolean isQuiet() {
        return count("""
            select (select count(*) from observation where absorbed_at is null)
                + (select count(*) from source_record where golden_id is null and standing = 'PRESENT')
                + (select count(*) from golden where due_at <= now())
                + (select count(*) from intent where state in ('OPEN', 'REFUSED'))
            """) == 0;
    }

    /** When it asked the CRM for changes that it has not asked for longest. */
    Instant askedAllAt() {
        return Instant.ofEpochMilli(
                count("select cast(extract(epoch from min(asked_at)) * 1000 as bigint) from change_cursor"));
    }

    /** Golden records for which so many records stand. */
    long together(int records) {
        return count("""
            select count(*) from (select from source_record where golden_id is not null
                group by golden_id having count(*) = %d) as whole
            """.formatted(records));
    }

    long records() {
        return count("select count(*) from source_record where golden_id is not null");
    }

    long observations() {
        return count("select count(*) from observation");
    }

    /** Records that should hold something else than they do. */
    long open() {
        return count("select count(*) from intent where state = 'OPEN'");
    }

    /** Whether a decision names the value. */
    boolean names(String value) {
        return count(
                        "select count(*) from decision where value = ? or position(? in cast(candidates as text)) > 0",
                        value)
                > 0;
    }

    private long count(String sql, String... value) {
        try (Connection connection =
                        DriverManager.getConnection(postgres.jdbcUrl(NAME), postgres.username(), postgres.password());
                PreparedStatement query = connection.prepareStatement(sql)) {
            for (int mark = 1; mark <= query.getParameterMetaData().getParameterCount(); mark++) {
                query.setString(mark, value[0]);
            }
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The hub's database does not answer", e);
        }
    }
}
