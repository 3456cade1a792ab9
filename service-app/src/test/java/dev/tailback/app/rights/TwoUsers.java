package dev.tailback.app.rights;

import dev.tailback.app.testing.AppUnderTest;
import dev.tailback.localservices.EmbeddedPostgres;
import dev.tailback.localservices.OwnedProcesses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A PostgreSQL of its own, set up as deploy/postgresql says: roles belong to a whole PostgreSQL, not to one database.
 */
final class TwoUsers implements AutoCloseable {

    static final String OWNER = "tailback_owner";
    static final String APP = "tailback_app";

    private static final Path ROLES = Path.of("..", "deploy", "postgresql", "10-roles.sql");
    private static final String PASSWORD = "a-password-of-this-test";

    private final OwnedProcesses processes;
    private final EmbeddedPostgres postgres;

    private TwoUsers(OwnedProcesses processes, EmbeddedPostgres postgres) {
        this.processes = processes;
        this.postgres = postgres;
    }

    static TwoUsers in(Path directory) {
        OwnedProcesses processes = OwnedProcesses.in(directory.resolve("processes"));
        EmbeddedPostgres postgres = EmbeddedPostgres.start(processes, "postgres", directory.resolve("postgres"), 0);
        postgres.createDatabase("tailback");
        return new TwoUsers(processes, postgres);
    }

    /** What the two files of deploy/postgresql do; the second speaks to psql, so its two statements stand here. */
    TwoUsers makeRoles() throws IOException, SQLException {
        asSuperuser(Files.readString(ROLES));
        asSuperuser("alter role tailback_owner password '" + PASSWORD + "'; alter role tailback_app password '"
                + PASSWORD + "'");
        return this;
    }

    /** Everything the service app needs to run as this user. */
    Map<String, String> environment(String user) {
        Map<String, String> environment = AppUnderTest.environment(AppUnderTest.NO_SALESFORCE);
        environment.put("DATASOURCES_DEFAULT_URL", postgres.jdbcUrl("tailback"));
        environment.put("DATASOURCES_DEFAULT_USERNAME", user);
        environment.put("DATASOURCES_DEFAULT_PASSWORD", PASSWORD);
        return environment;
    }

    /** With one user for everything, as installations before had it. */
    Map<String, String> superusersEnvironment() {
        Map<String, String> environment = environment(postgres.username());
        environment.put("DATASOURCES_DEFAULT_PASSWORD", postgres.password());
        return environment;
    }

    List<String> asSuperuser(String sql) throws SQLException {
        return run(postgres.username(), postgres.password(), sql);
    }

    List<String> as(String user, String sql) throws SQLException {
        return run(user, PASSWORD, sql);
    }

    /** @return the first column, or nothing where the statement has no rows */
    private List<String> run(String user, String password, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(postgres.jdbcUrl("tailback"), user, password);
                Statement statement = connection.createStatement()) {
            if (statement.execute(sql)) {
                ResultSet row = statement.getResultSet();
                while (row.next()) {
                    texts.add(row.getString(1));
                }
            }
        }
        return texts;
    }

    @Override
    public void close() {
        processes.close();
    }
}
