package dev.tailback.hub.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tailback.testservices.TestDatabase;
import dev.tailback.testservices.TestServices;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeTextTest {

    @Test
    void postgresql_reads_the_times_of_clocks_that_are_wrong_by_thousands_of_years() throws SQLException {
        TestDatabase database = TestServices.emptyDatabase();
        try (Connection session =
                DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password())) {
            for (String time : List.of(
                    "2026-11-30T05:06:07.123456Z",
                    "1970-01-01T00:00:00Z",
                    "0700-02-28T23:59:59Z",
                    "-0043-03-15T12:00:00Z",
                    "+12026-11-30T05:06:07.000001Z")) {
                assertEquals(Instant.parse(time), read(session, Instant.parse(time)));
            }
        }
    }

    private static Instant read(Connection session, Instant time) throws SQLException {
        try (PreparedStatement asked = session.prepareStatement("select cast(? as timestamptz)")) {
            asked.setString(1, TimeText.of(time));
            try (ResultSet answer = asked.executeQuery()) {
                answer.next();
                return answer.getObject(1, OffsetDateTime.class).toInstant();
            }
        }
    }
}
