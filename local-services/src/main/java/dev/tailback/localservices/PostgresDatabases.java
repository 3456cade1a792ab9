package dev.tailback.localservices;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Databases inside a running PostgreSQL. */
final class PostgresDatabases {
    private PostgresDatabases() {}

    static void create(String jdbcUrl, String username, String password, String database) throws SQLException {
        // An identifier cannot be a parameter of the statement.
        if (!database.matches("[a-z][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException(
                    "The database name " + database + " has more than small letters, digits, underscores");
        }
        try (Connection connection = DriverManager.getConnection(jdbcUrl, username, password);
                Statement statement = connection.createStatement()) {
            if (!exists(connection, database)) {
                statement.execute("create database " + database);
            }
        }
    }

    private static boolean exists(Connection connection, String database) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
            query.setString(1, database);
            try (ResultSet found = query.executeQuery()) {
                return found.next();
            }
        }
    }
}
