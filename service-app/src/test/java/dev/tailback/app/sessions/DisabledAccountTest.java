package dev.tailback.app.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.app.testing.Browser;
import dev.tailback.app.testing.Caller;
import dev.tailback.app.testing.Line;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is open for an account ends in the moment in which an admin disables it. */
class DisabledAccountTest {

    private static final String REASON = "{\"reason\":\"Left the company\"}";

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
    void its_sessions_and_tokens_end_at_once_and_those_of_others_go_on() {
        Browser gone = Browser.loggedInAs("service", server);
        Browser stays = Browser.loggedInAs("finance", server);
        Caller bearer = Caller.withToken(token("service"), server);
        assertEquals(200, gone.open("/").statusCode());
        assertEquals(200, bearer.get("/api/ads").statusCode());
        assertEquals(200, stays.open("/").statusCode());
        disable("service");
        HttpResponse<String> answer = gone.open("/");
        assertEquals(303, answer.statusCode());
        assertTrue(answer.headers().firstValue("Location").orElse("").startsWith("/login"));
        assertEquals(401, bearer.get("/api/ads").statusCode());
        assertEquals(401, Caller.as("service", server).get("/api/ads").statusCode(), "the password opens nothing");
        assertEquals(200, gone.open("/login").statusCode());
        assertEquals(200, stays.open("/").statusCode());
    }

    @Test
    void an_enabled_account_signs_in_anew_and_what_was_open_stays_closed() {
        Caller bearer = Caller.withToken(token("service"), server);
        disable("service");
        admin("/api/accounts/service/enable");
        assertEquals(200, Caller.as("service", server).get("/api/ads").statusCode());
        assertEquals(401, bearer.get("/api/ads").statusCode());
    }

    private void disable(String account) {
        admin("/api/accounts/" + account + "/disable");
    }

    private void admin(String path) {
        assertEquals(200, Caller.as("admin", server).post(path, REASON).statusCode());
    }

    private String token(String account) {
        return Caller.as(account, server)
                .post("/api/token", "")
                .body()
                .replaceFirst(".*\"accessToken\":\"([^\"]+)\".*", "$1");
    }
}
