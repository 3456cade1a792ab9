package dev.tailback.app.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.app.testing.Browser;
import dev.tailback.app.testing.Caller;
import dev.tailback.app.testing.Line;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tokens of programs: with a name, some roles and an end; shown once and kept as a digest. */
class ApiTokensTest {

    private static Line line;
    private static EmbeddedServer server;

    @BeforeAll
    static void start() {
        line = Line.withoutSalesforce();
        server = line.bean(EmbeddedServer.class);
    }

    @AfterAll
    static void end() {
        line.close();
    }

    @Test
    void a_token_does_what_its_roles_allow_and_no_more() {
        String token = token("operator", "{\"name\":\"dashboards\",\"roles\":[\"operator\"],\"days\":30}");
        assertEquals(200, call(token, "/prometheus"));
        String reading = token("admin", "{\"name\":\"reader\",\"roles\":[\"viewer\"]}");
        assertEquals(200, call(reading, "/api/ads"));
        assertEquals(403, call(reading, "/prometheus"));
        assertEquals(403, call(reading, "/api/accounts"));
        assertEquals(
                201,
                create("service", "{\"name\":\"own\",\"roles\":[\"service\"]}").statusCode());
        HttpResponse<String> more = create("service", "{\"name\":\"more\",\"roles\":[\"service\",\"operator\"]}");
        assertEquals(403, more.statusCode(), more.body());
    }

    @Test
    void a_role_that_the_account_loses_is_gone_from_its_tokens() {
        assertEquals(
                200,
                admin("PUT", "/api/accounts/finance/roles", "[\"finance\",\"operator\"]")
                        .statusCode());
        String token = token("finance", "{\"name\":\"both\",\"roles\":[\"finance\",\"operator\"]}");
        assertEquals(200, call(token, "/prometheus"));
        assertEquals(
                200,
                admin("PUT", "/api/accounts/finance/roles", "[\"finance\"]").statusCode());
        assertEquals(403, call(token, "/prometheus"));
        assertEquals(200, call(token, "/api/ads"));
    }

    @Test
    void the_table_and_the_list_hold_nothing_that_opens_anything() {
        String token = token("viewer", "{\"name\":\"listed\",\"roles\":[\"viewer\"]}");
        String list = Caller.as("viewer", server).get("/api/tokens").body();
        assertTrue(list.contains("listed"), list);
        for (String part : token.split("\\.")) {
            assertFalse(list.contains(part), list);
            assertEquals(0, line.number("select count(*) from session where position(? in session::text) > 0", part));
        }
    }

    @Test
    void a_token_ends_when_it_should_and_when_its_owner_or_an_admin_says() {
        String one = token("viewer", "{\"name\":\"one\",\"roles\":[\"viewer\"]}");
        String other = token("viewer", "{\"name\":\"other\",\"roles\":[\"viewer\"]}");
        String path = "/api/tokens/" + id("viewer", "one");
        assertEquals(
                404, Caller.as("service", server).send("DELETE", path, null, "").statusCode());
        assertEquals(
                204, Caller.as("viewer", server).send("DELETE", path, null, "").statusCode());
        assertEquals(401, call(one, "/api/ads"));
        String byAdmin = "/api/tokens/" + id("viewer", "other") + "?account=viewer";
        assertEquals(
                400,
                Caller.as("admin", server).send("DELETE", byAdmin, null, "").statusCode(),
                "no reason");
        assertEquals(
                204,
                Caller.as("admin", server)
                        .send("DELETE", byAdmin + "&reason=leak", null, "")
                        .statusCode());
        assertEquals(401, call(other, "/api/ads"));
        assertEquals(
                403,
                Caller.as("service", server).get("/api/tokens?account=viewer").statusCode());
        String history =
                Caller.as("admin", server).get("/api/accounts/viewer/history").body();
        assertTrue(history.contains("TOKEN_ENDED") && history.contains("leak"), history);
    }

    @Test
    void an_end_that_is_reached_is_an_end() {
        try (Line own = Line.withoutSalesforce()) {
            EmbeddedServer app = own.bean(EmbeddedServer.class);
            String body = "{\"name\":\"week\",\"roles\":[\"viewer\"],\"days\":7}";
            String token = Caller.as("viewer", app)
                    .post("/api/tokens", body)
                    .body()
                    .replaceFirst(".*\"token\":\"([^\"]+)\".*", "$1");
            own.pass(Duration.ofDays(7).minusMinutes(1));
            assertEquals(200, Caller.withToken(token, app).get("/api/ads").statusCode());
            own.pass(Duration.ofMinutes(2));
            assertEquals(401, Caller.withToken(token, app).get("/api/ads").statusCode());
        }
    }

    @Test
    void guesses_at_the_same_address_keep_no_token_and_no_session_out() {
        String token = token("finance", "{\"name\":\"export\",\"roles\":[\"finance\"]}");
        Browser owner = Browser.loggedInAs("finance", server);
        Caller guesser = Caller.withPassword("finance", "wrong", server);
        int last = 401;
        for (int guess = 0; guess < 20 && last == 401; guess++) {
            last = guesser.get("/api/ads").statusCode();
        }
        assertEquals(429, last);
        assertEquals(200, call(token, "/api/ads"));
        assertEquals(200, owner.open("/").statusCode());
    }

    @Test
    void a_token_makes_no_token_and_bad_wishes_are_refused() {
        String token = token("operator", "{\"name\":\"maker\",\"roles\":[\"operator\"]}");
        HttpResponse<String> answer =
                Caller.withToken(token, server).post("/api/tokens", "{\"name\":\"x\",\"roles\":[\"operator\"]}");
        assertEquals(403, answer.statusCode());
        assertTrue(answer.body().contains("password_needed"), answer.body());
        for (String bad : List.of(
                "{\"name\":\"\",\"roles\":[\"operator\"]}",
                "{\"name\":\"x\",\"roles\":[]}",
                "{\"name\":\"x\",\"roles\":[\"root\"]}",
                "{\"name\":\"x\",\"roles\":[\"operator\"],\"days\":0}",
                "{\"name\":\"x\",\"roles\":[\"operator\"],\"days\":366}",
                "{\"name\":\"x\",\"roles\":[\"operator\"],\"days\":1.5}")) {
            assertEquals(400, create("operator", bad).statusCode(), bad);
        }
    }

    @Test
    void the_page_makes_one_for_the_password_shows_it_once_and_ends_it() {
        Browser browser = Browser.loggedInAs("service", server);
        browser.open("/account");
        assertEquals(403, make(browser, "wrong").statusCode());
        HttpResponse<String> page = make(browser, "tailback");
        Matcher shown = Pattern.compile("<code class=\"secret\">([^<]+)</code>").matcher(page.body());
        assertTrue(shown.find(), page.body());
        assertEquals(200, call(shown.group(1), "/api/ads"));
        assertFalse(browser.open("/account").body().contains(shown.group(1)), "it is shown once");
        browser.submit("/account/sessions/" + id("service", "spreadsheet"));
        assertEquals(401, call(shown.group(1), "/api/ads"));
        assertEquals(200, browser.open("/account").statusCode());
    }

    private static HttpResponse<String> make(Browser browser, String password) {
        return browser.submit(
                "/account/tokens", "name", "spreadsheet", "role", "service", "days", "5", "present", password);
    }

    private static HttpResponse<String> admin(String method, String path, String roles) {
        return Caller.as("admin", server)
                .send(method, path, "application/json", "{\"roles\":" + roles + ",\"reason\":\"test\"}");
    }

    private static String id(String account, String name) {
        String list = Caller.as(account, server).get("/api/tokens").body();
        Matcher id = Pattern.compile("\"id\":\"([0-9a-f]{64})\"[^}]*\"name\":\"" + name + "\"")
                .matcher(list);
        assertTrue(id.find(), list);
        return id.group(1);
    }

    private static HttpResponse<String> create(String account, String wish) {
        return Caller.as(account, server).post("/api/tokens", wish);
    }

    private static String token(String account, String wish) {
        HttpResponse<String> created = create(account, wish);
        assertEquals(201, created.statusCode(), created.body());
        return created.body().replaceFirst(".*\"token\":\"([^\"]+)\".*", "$1");
    }

    private static int call(String token, String path) {
        return Caller.withToken(token, server).get(path).statusCode();
    }
}
