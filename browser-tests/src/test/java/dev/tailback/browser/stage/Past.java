package dev.tailback.browser.stage;

import dev.tailback.localservices.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** What the ledger holds of days that no test can wait for. */
public final class Past {
    private static final String SAMPLE = """
            insert into sync_sample select now() - ? * interval '1 day', 0, 0, 0, 0, 0, null, null, null, null
            """;

    private final EmbeddedPostgres postgres;

    Past(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** A minute's figures, as the graphs of the console show them, so many days ago. */
    public Past sampled(int daysAgo) {
        try (Connection connection =
                        DriverManager.getConnection(postgres.jdbcUrl(), postgres.username(), postgres.password());
                PreparedStatement statement = connection.prepareStatement(SAMPLE)) {
            statement.setInt(1, daysAgo);
            statement.executeUpdate();
            return this;
        } catch (SQLException e) {
            throw new IllegalStateException("The ledger refused a figure of the past: " + e.getMessage(), e);
        }
    }
}
