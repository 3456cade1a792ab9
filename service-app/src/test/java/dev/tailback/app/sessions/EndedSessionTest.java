package dev.tailback.app.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.app.testing.Browser;
import dev.tailback.app.testing.Caller;
import dev.tailback.app.testing.Line;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sessions and bearer tokens can be taken back, and never hold more than their account does. */
class EndedSessionTest {

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
    void after_logout_a_copy_of_the_cookie_opens_nothing() {
        Browser browser = Browser.at(server);
        String cookie = cookie(browser.logIn("service", "tailback"));
        assertEquals(200, withCookie(cookie));
        browser.open("/");
        assertEquals(303, browser.submit("/logout").statusCode());
        assertEquals(401, withCookie(cookie));
    }

    @Test
    void a_session_that_ended_elsewhere_ends_here_within_two_seconds() {
        Browser browser = Browser.at(server);
        String cookie = cookie(browser.logIn("service", "tailback"));
        try (ApplicationContext another = line.another()) {
            EmbeddedServer there = another.getBean(EmbeddedServer.class).start();
            assertEquals(200, withCookie(cookie));
            assertEquals(
                    200,
                    Caller.as("service", there)
                            .send("DELETE", "/api/sessions", null, "")
                            .statusCode());
        }
        line.pass(Duration.ofSeconds(3));
        assertEquals(401, withCookie(cookie));
    }

    @Test
    void a_bearer_token_makes_no_other_token() {
        String token = token("operator");
        HttpResponse<String> answer = Caller.withToken(token, server).post("/api/token", "");
        assertEquals(403, answer.statusCode());
        assertTrue(answer.body().contains("\"password_needed\""), answer.body());
    }

    @Test
    void all_sessions_and_tokens_of_an_account_end_in_one_act_and_others_live_on() {
        String first = token("operator");
        String second = token("operator");
        String other = token("finance");
        HttpResponse<String> answer = Caller.withToken(first, server).send("DELETE", "/api/sessions", null, "");
        assertEquals("{\"ended\":2}", answer.body());
        assertEquals(401, Caller.withToken(first, server).get("/api/ads").statusCode());
        assertEquals(401, Caller.withToken(second, server).get("/api/ads").statusCode());
        assertEquals(200, Caller.withToken(other, server).get("/api/ads").statusCode());
    }

    @Test
    void one_session_ends_by_its_id_and_no_other_does() {
        String mine = token("operator");
        String others = token("finance");
        String list = Caller.withToken(mine, server).get("/api/sessions").body();
        Matcher id =
                Pattern.compile("\"id\":\"([0-9a-f]{64})\",\"kind\":\"token\"").matcher(list);
        assertTrue(id.find(), list);
        String path = "/api/sessions/" + id.group(1);
        assertEquals(
                404,
                Caller.withToken(others, server).send("DELETE", path, null, "").statusCode());
        assertEquals(200, Caller.withToken(mine, server).get("/api/ads").statusCode());
        assertEquals(
                204,
                Caller.withToken(mine, server).send("DELETE", path, null, "").statusCode());
        assertEquals(401, Caller.withToken(mine, server).get("/api/ads").statusCode());
        assertFalse(list.contains(mine.substring(mine.lastIndexOf('.'))), list);
    }

    @Test
    void a_role_that_was_taken_away_is_gone_from_the_session_too() throws SQLException {
        Caller caller = Caller.withToken(token("operator"), server);
        assertEquals(200, caller.get("/prometheus").statusCode());
        execute("update account set roles = 'service' where username = 'operator'");
        line.pass(Duration.ofSeconds(3));
        assertEquals(403, caller.get("/prometheus").statusCode());
        assertEquals(200, caller.get("/api/ads").statusCode());
    }

    @Test
    void a_session_ends_with_its_time() {
        Caller caller = Caller.withToken(token("operator"), server);
        line.pass(Duration.ofHours(8).plusSeconds(1));
        assertEquals(401, caller.get("/api/ads").statusCode());
    }

    @Test
    void the_hundred_and_first_session_ends_the_oldest() {
        Sessions sessions = line.bean(Sessions.class);
        String oldest = sessions.open("finance", Session.Kind.TOKEN, "192.0.2.1");
        for (int i = 0; i < Sessions.MOST; i++) {
            line.pass(Duration.ofMillis(1));
            sessions.open("finance", Session.Kind.TOKEN, "192.0.2.1");
        }
        assertEquals(Sessions.MOST, sessions.of("finance").size());
        assertEquals(401, Caller.withToken(oldest, server).get("/api/ads").statusCode());
    }

    @Test
    void logging_in_again_ends_the_session_the_browser_had() {
        Browser browser = Browser.at(server);
        String first = cookie(browser.logIn("service", "tailback"));
        String second = cookie(browser.logIn("service", "tailback"));
        assertEquals(200, withCookie(second));
        assertEquals(401, withCookie(first));
    }

    private int withCookie(String cookie) {
        return Caller.anonymous(server)
                .send("GET", "/api/ads", null, "", "Cookie", cookie)
                .statusCode();
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(value -> value.startsWith("tailback_session="))
                .findFirst()
                .orElseThrow()
                .split(";")[0];
    }

    private String token(String account) {
        return Caller.as(account, server)
                .post("/api/token", "")
                .body()
                .replaceFirst(".*\"accessToken\":\"([^\"]+)\".*", "$1");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = line.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
