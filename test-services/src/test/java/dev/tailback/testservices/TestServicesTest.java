package dev.tailback.testservices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.tailback.localservices.EmbeddedRedis;
import dev.tailback.localservices.RedisWire;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class TestServicesTest {
    @Test
    void the_shared_redis_is_empty_each_time_it_is_asked_for() throws IOException {
        RedisWire.ask(TestServices.emptyRedis(), "SET ad magic");
        assertEquals("$-1", RedisWire.ask(TestServices.emptyRedis(), "GET ad"));
    }

    @Test
    void every_database_is_a_fresh_one() throws SQLException {
        TestDatabase first = TestServices.emptyDatabase();
        TestDatabase second = TestServices.emptyDatabase();
        assertNotEquals(first.jdbcUrl(), second.jdbcUrl());
        try (Connection connection =
                DriverManager.getConnection(second.jdbcUrl(), second.username(), second.password())) {
            assertEquals("test_", connection.getCatalog().substring(0, 5));
        }
    }

    @Test
    void a_copy_begins_with_what_its_model_holds_and_goes_its_own_way() throws SQLException {
        TestDatabase model = TestServices.emptyDatabase();
        execute(model, "create table ad (title text)");
        execute(model, "insert into ad values ('Spring')");
        TestDatabase copy = TestServices.copyOf(model);
        execute(copy, "insert into ad values ('Autumn')");
        assertEquals(2, ads(copy));
        assertEquals(1, ads(TestServices.copyOf(model)));
    }

    private static void execute(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long ads(TestDatabase database) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from ad")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Connection connect(TestDatabase database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
    }

    @Test
    void an_own_redis_is_not_the_shared_one() {
        try (EmbeddedRedis own = TestServices.ownRedis()) {
            assertNotEquals(TestServices.emptyRedis(), own.uri());
        }
    }
}
