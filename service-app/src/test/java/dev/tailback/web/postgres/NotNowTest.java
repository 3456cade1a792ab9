package dev.tailback.web.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.app.testing.AppUnderTest;
import dev.tailback.app.testing.Caller;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each SQL state that says "not now", raised by a real PostgreSQL in the middle of a write. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NotNowTest implements TestPropertyProvider {

    private final Map<String, String> properties = AppUnderTest.properties(AppUnderTest.NO_SALESFORCE);

    @Inject
    EmbeddedServer server;

    @Override
    public Map<String, String> getProperties() {
        properties.put("tailback.test.refusing-calls", "true");
        return properties;
    }

    @BeforeAll
    void make_room() throws SQLException {
        number("create table refused (state text); select 0");
    }

    @ParameterizedTest
    @CsvSource({
        "08000,database_unavailable",
        "08001,database_unavailable",
        "08003,database_unavailable",
        "08004,database_unavailable",
        "08006,database_unavailable",
        "08007,database_unavailable",
        "08P01,database_unavailable",
        "57000,database_unavailable",
        "57P01,database_unavailable",
        "57P02,database_unavailable",
        "57P03,database_unavailable",
        "57P04,database_unavailable",
        "57P05,database_unavailable",
        "25P03,database_unavailable",
        "25P04,database_unavailable",
        "26000,database_unavailable",
        "40003,database_unavailable",
        "58000,database_unavailable",
        "58030,database_unavailable",
        "58P01,database_unavailable",
        "F0000,database_unavailable",
        "F0001,database_unavailable",
        "25006,database_read_only",
        "53100,database_full",
        "53400,database_full",
        "53000,database_busy",
        "53200,database_busy",
        "53300,database_busy",
        "55P03,database_busy",
        "57014,database_busy",
        "55006,database_busy",
        "40000,database_busy",
        "40001,database_busy",
        "40P01,database_busy"
    })
    void what_passes_is_answered_503_with_the_time_to_come_again_and_nothing_is_saved(String state, String code)
            throws SQLException {
        HttpResponse<String> answer = Caller.as("service", server).post("/api/refusing/" + state, "");
        assertEquals(503, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("\"" + code + "\""), answer.body());
        assertTrue(Integer.parseInt(answer.headers().firstValue("Retry-After").orElse("0")) > 0, "Retry-After");
        assertEquals(0, number("select count(*) from refused where state = '" + state + "'"));
    }

    @Test
    void every_state_of_the_list_is_in_this_test() throws NoSuchMethodException {
        String rows = Arrays.toString(getClass()
                .getDeclaredMethod(
                        "what_passes_is_answered_503_with_the_time_to_come_again_and_nothing_is_saved",
                        String.class,
                        String.class)
                .getAnnotation(CsvSource.class)
                .value());
        Stream.of(NotNow.values())
                .flatMap(kind -> kind.states().stream())
                .forEach(state -> assertTrue(rows.contains(state), state));
    }

    @ParameterizedTest
    @ValueSource(strings = {"22001", "23505", "23514", "42601", "42501", "0A000", "XX000", "P0001"})
    void what_does_not_pass_is_no_outage(String state) {
        HttpResponse<String> answer = Caller.as("service", server).post("/api/refusing/" + state, "");
        assertEquals(500, answer.statusCode(), answer.body());
    }

    @Test
    void after_all_of_them_the_pool_is_whole() {
        assertEquals(200, Caller.as("service", server).get("/api/ads").statusCode());
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        properties.get("datasources.default.url"),
                        properties.get("datasources.default.username"),
                        properties.get("datasources.default.password"));
                Statement statement = connection.createStatement()) {
            boolean rows = statement.execute(sql);
            while (!rows) {
                rows = statement.getMoreResults();
            }
            try (ResultSet row = statement.getResultSet()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
