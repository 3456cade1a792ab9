package dev.tailback.crm.table;

import dev.tailback.crm.kit.Person;
import dev.tailback.testservices.TestDatabase;
import dev.tailback.testservices.TestServices;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A company's own CRM: a table, and somebody who works in it. */
final class CompanyDatabase implements Person {

    static final String OBJECT = "crm.customer";

    private static final String TABLE = """
            create schema crm;
            create type crm.rank as enum ('low', 'high');
            create table crm.customer (
              id bigint generated always as identity primary key,
              name text not null,
              city varchar(40),
              hub_key text unique,
              email text unique,
              staff integer,
              worth numeric(10, 2) check (worth >= 0),
              rank crm.rank,
              is_key boolean,
              since date,
              seen_at timestamptz,
              shown text generated always as (upper(name)) stored
            );
            """;

    private final TestDatabase database = TestServices.emptyDatabase();

    CompanyDatabase() {
        runs(TABLE);
        runs(script(Optional.empty()));
    }

    static String script(Optional<String> user) {
        return new TableScript(TableName.of(OBJECT).orElseThrow(), "id", Optional.empty(), user).sql();
    }

    TableSettings settings() {
        return TableSettings.of(database.jdbcUrl(), database.username(), database.password(), List.of(OBJECT));
    }

    TableSettings settingsOf(String user, String password) {
        return TableSettings.of(database.jdbcUrl(), user, password, List.of(OBJECT));
    }

    Connection open() {
        try {
            return DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    void runs(String sql) {
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public String creates(Map<String, String> values) {
        return one(
                "insert into crm.customer (name, city) values (?, ?) returning id",
                values.getOrDefault("name", "nameless"),
                values.getOrDefault("city", ""));
    }

    /** In one transaction, so that all carry one. */
    @Override
    public List<String> imports(List<Map<String, String>> records) {
        List<String> ids = new ArrayList<>();
        try (Connection connection = open();
                PreparedStatement statement = connection.prepareStatement(
                        "insert into crm.customer (name, city) values (?, ?) returning id")) {
            connection.setAutoCommit(false);
            for (Map<String, String> values : records) {
                statement.setString(1, values.getOrDefault("name", "nameless"));
                statement.setString(2, values.getOrDefault("city", ""));
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    ids.add(String.valueOf(row.getString(1)));
                }
            }
            connection.commit();
            return ids;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void edits(String id, Map<String, String> values) {
        values.forEach((column, value) ->
                one("update crm.customer set " + column + " = ? where id = ?::bigint returning id", value, id));
    }

    @Override
    public boolean deletes(String id) {
        one("delete from crm.customer where id = ?::bigint returning id", id);
        return true;
    }

    @Override
    public boolean merges(String loser, String winner) {
        return false;
    }

    String one(String sql, String... values) {
        try (Connection connection = open();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int at = 0; at < values.length; at++) {
                statement.setString(at + 1, values[at]);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return String.valueOf(row.getString(1));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
