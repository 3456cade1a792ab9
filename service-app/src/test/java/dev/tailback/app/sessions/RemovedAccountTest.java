package dev.tailback.app.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.app.testing.Browser;
import dev.tailback.app.testing.Caller;
import dev.tailback.app.testing.Line;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RemovedAccountTest {

    private Line line;
    private EmbeddedServer server;

    @BeforeEach
    void start() {
        line = Line.withoutSalesforce();
        server = line.bean(EmbeddedServer.class);
    }

    @AfterEach
    void end() {
        line.close();
    }

    @Test
    void the_session_of_an_account_that_is_gone_ends_and_others_go_on() throws SQLException {
        Browser gone = Browser.loggedInAs("service", server);
        Browser stays = Browser.loggedInAs("finance", server);
        assertEquals(200, gone.open("/").statusCode());
        assertEquals(200, stays.open("/").statusCode());
        remove("service");
        line.pass(Duration.ofSeconds(11));
        HttpResponse<String> answer = gone.open("/");
        assertEquals(303, answer.statusCode());
        assertTrue(answer.headers().firstValue("Location").orElse("").startsWith("/login"));
        assertEquals(200, gone.open("/login").statusCode());
        assertEquals(200, stays.open("/").statusCode());
    }

    @Test
    void the_bearer_token_of_an_account_that_is_gone_is_worth_nothing() throws SQLException {
        Caller caller = Caller.withToken(token("operator"), server);
        assertEquals(200, caller.get("/api/ads").statusCode());
        remove("operator");
        line.pass(Duration.ofSeconds(11));
        assertEquals(401, caller.get("/api/ads").statusCode());
    }

    private String token(String account) {
        return Caller.as(account, server)
                .post("/api/token", "")
                .body()
                .replaceFirst(".*\"accessToken\":\"([^\"]+)\".*", "$1");
    }

    private void remove(String account) throws SQLException {
        try (Connection connection = line.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("delete from account where username = '" + account + "'");
        }
    }
}
