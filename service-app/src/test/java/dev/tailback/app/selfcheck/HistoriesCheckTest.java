package dev.tailback.app.selfcheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.app.Application;
import dev.tailback.app.testing.AppUnderTest;
import dev.tailback.program.CannotStart;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A database whose guards were taken away is no start. */
class HistoriesCheckTest {

    private final Map<String, String> environment = AppUnderTest.environment(AppUnderTest.NO_SALESFORCE);

    @BeforeEach
    void make_the_tables() {
        Application.start(environment, "--port", "0").close();
    }

    @ParameterizedTest
    @CsvSource({
        "usage_history, update usage_history",
        "usage_history, delete from usage_history",
        "usage_history, truncate usage_history",
        "operator_action, update operator_action",
        "operator_action, truncate operator_action",
        "usage_entry, delete from usage_entry",
        "ad, truncate ad",
    })
    void histories_that_can_be_rewritten_are_no_start(String table, String statement) throws SQLException {
        execute("alter table " + table + " disable trigger all");
        CannotStart reason = assertThrows(
                CannotStart.class,
                () -> Application.start(environment, "--port", "0").close());
        assertEquals(4, reason.exitCode());
        assertTrue(
                reason.sentences().stream()
                        .anyMatch(sentence -> sentence.startsWith("The database lets its user \"" + statement)),
                reason.sentences()::toString);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        environment.get("DATASOURCES_DEFAULT_URL"),
                        environment.get("DATASOURCES_DEFAULT_USERNAME"),
                        environment.get("DATASOURCES_DEFAULT_PASSWORD"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
