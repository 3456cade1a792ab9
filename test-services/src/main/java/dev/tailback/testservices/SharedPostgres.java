package dev.tailback.testservices;

import dev.tailback.localservices.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** The PostgreSQL all test classes of this JVM use, each in a database of its own. */
record SharedPostgres(TestDatabase administration, String origin) {

    static SharedPostgres contained() {
        return new SharedPostgres(Containers.postgres(), "container");
    }

    static SharedPostgres embedded(TestWorkspace workspace) {
        EmbeddedPostgres postgres =
                EmbeddedPostgres.start(workspace.processes(), "postgres", workspace.directory("postgres"), 0);
        return new SharedPostgres(
                new TestDatabase(postgres.jdbcUrl(), postgres.username(), postgres.password()),
                "embedded (no Docker engine answered)");
    }

    TestDatabase create(String name) {
        return create(name, "");
    }

    /** @param model to which nothing is connected */
    TestDatabase copy(TestDatabase model, String name) {
        return create(name, " template " + model.name());
    }

    private TestDatabase create(String name, String from) {
        try (Connection connection = DriverManager.getConnection(
                        administration.jdbcUrl(), administration.username(), administration.password());
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + from);
            // No test kills this PostgreSQL, so a commit need not wait for the disk.
            statement.execute("alter database " + name + " set synchronous_commit = off");
        } catch (SQLException e) {
            throw new IllegalStateException("The test PostgreSQL does not create databases", e);
        }
        String url = administration.jdbcUrl();
        int afterHost = url.indexOf('/', "jdbc:postgresql://".length());
        return new TestDatabase(
                url.substring(0, afterHost + 1) + name, administration.username(), administration.password());
    }
}
