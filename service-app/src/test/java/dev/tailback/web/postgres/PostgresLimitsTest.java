package dev.tailback.web.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tailback.app.Application;
import dev.tailback.app.testing.AppUnderTest;
import dev.tailback.app.testing.OwnPostgres;
import dev.tailback.program.CannotStart;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every connection has its limits, whatever the address leaves out; what the address says wins. */
class PostgresLimitsTest {

    @Test
    void a_plain_address_gets_every_limit() throws SQLException {
        assertEquals(List.of("4s", "15s", "30s"), limits(""));
    }

    @Test
    void what_the_address_says_itself_is_left_as_it_is() throws SQLException {
        assertEquals(List.of("4s", "7s", "30s"), limits("?options=-c%20statement_timeout=7000"));
    }

    @Test
    void the_environment_sets_them() throws SQLException {
        assertEquals(List.of("1500ms", "15s", "30s"), limits("", Map.of("TAILBACK_DATABASE_LOCK_TIMEOUT", "1500ms")));
    }

    @Test
    void limits_that_contradict_each_other_are_refused_in_a_sentence() {
        Map<String, String> environment = AppUnderTest.environment(AppUnderTest.NO_SALESFORCE);
        environment.put("TAILBACK_DATABASE_SOCKET_TIMEOUT", "10s");
        CannotStart reason = assertThrows(CannotStart.class, () -> Application.start(environment, "--port", "0"));
        assertEquals(2, reason.exitCode());
        assertEquals(
                "TAILBACK_DATABASE_SOCKET_TIMEOUT is 10s: set it from 16s to 7200s.",
                reason.sentences().get(0));
    }

    private static List<String> limits(String parameters) throws SQLException {
        return limits(parameters, Map.of());
    }

    private static List<String> limits(String parameters, Map<String, String> more) throws SQLException {
        Map<String, String> environment = AppUnderTest.environment(AppUnderTest.NO_SALESFORCE);
        environment.merge("DATASOURCES_DEFAULT_URL", parameters, String::concat);
        environment.putAll(more);
        try (var app = Application.start(environment, "--port", "0");
                Connection connection = OwnPostgres.pool(app).getConnection()) {
            return List.of(
                    shown(connection, "lock_timeout"),
                    shown(connection, "statement_timeout"),
                    shown(connection, "idle_in_transaction_session_timeout"));
        }
    }

    private static String shown(Connection connection, String setting) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show " + setting)) {
            row.next();
            return row.getString(1);
        }
    }
}
