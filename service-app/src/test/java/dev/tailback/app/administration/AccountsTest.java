package dev.tailback.app.administration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.app.testing.Answer;
import dev.tailback.app.testing.Browser;
import dev.tailback.app.testing.Caller;
import dev.tailback.app.testing.Line;
import dev.tailback.app.testing.Staff;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Admins look after accounts, by API and by page; every change has its person and its reason. */
class AccountsTest {

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
    void a_new_account_gets_a_password_for_one_sign_in_and_can_do_nothing_before_it_chose_its_own() {
        String once = create("ada", "service");
        Caller ada = Caller.withPassword("ada", once, server);
        assertEquals(403, ada.get("/api/ads").statusCode());
        assertTrue(ada.get("/api/ads").body().contains("password_change_needed"));
        assertEquals(204, changePassword("ada", once, "seven green bottles"));
        assertEquals(401, ada.get("/api/ads").statusCode());
        assertEquals(
                200,
                Caller.withPassword("ada", "seven green bottles", server)
                        .get("/api/ads")
                        .statusCode());
        assertEquals(List.of("PASSWORD_CHANGED", "CREATED"), events("ada"));
    }

    @Test
    void at_a_browser_a_one_time_password_leads_to_the_own_account_and_nowhere_else() {
        String once = create("bob", "service");
        Browser bob = Browser.at(server);
        assertEquals(303, bob.logIn("bob", once).statusCode());
        assertEquals("/account", bob.open("/").headers().firstValue("Location").orElse(""));
        assertTrue(bob.open("/account").body().contains("for one login only"));
        HttpResponse<String> changed = bob.submit(
                "/account/password",
                "present",
                once,
                "password",
                "seven green bottles",
                "again",
                "seven green bottles");
        assertEquals(200, changed.statusCode(), changed.body());
        assertEquals(200, bob.open("/").statusCode());
    }

    @Test
    void a_one_time_password_is_worth_nothing_after_a_week() {
        String once = create("late", "service");
        line.pass(Duration.ofDays(7).plusSeconds(1));
        assertEquals(
                401, Caller.withPassword("late", once, server).get("/api/ads").statusCode());
    }

    @Test
    void a_password_that_is_short_or_the_name_or_the_same_is_refused() {
        String once = create("carl.gustav", "service");
        for (String bad : List.of("short", "aaaaaaaaaaaaaaaa", "carl.gustav the second", once)) {
            assertEquals(400, changePassword("carl.gustav", once, bad), bad);
        }
        Answer wrong = new Staff("service", server)
                .send(
                        "PUT",
                        "/api/accounts/service/password",
                        "{\"present\":\"something else\",\"password\":\"seven green bottles\"}",
                        Map.of());
        assertEquals("wrong_password", wrong.code());
        assertEquals(
                403,
                admin().send(
                                "PUT",
                                "/api/accounts/carl.gustav/password",
                                "{\"present\":\"a\",\"password\":\"b\"}",
                                Map.of())
                        .status());
    }

    @Test
    void roles_count_from_the_next_call_on() {
        create("dora", "viewer");
        String reset = admin().send("POST", "/api/accounts/dora/reset", because("forgotten"), Map.of())
                .body()
                .path("password")
                .asText();
        changePassword("dora", reset, "seven green bottles");
        Caller dora = Caller.withPassword("dora", "seven green bottles", server);
        assertEquals(403, dora.get("/prometheus").statusCode());
        Answer changed = admin().send(
                        "PUT",
                        "/api/accounts/dora/roles",
                        "{\"roles\":[\"operator\",\"viewer\"],\"reason\":\"on call\"}",
                        Map.of());
        assertEquals(200, changed.status(), changed.body()::toString);
        assertEquals(200, dora.get("/prometheus").statusCode());
        JsonNode last =
                admin().get("/api/accounts/dora/history").body().path("events").path(0);
        assertEquals("ROLES_CHANGED admin on call viewer -> operator,viewer", text(last));
    }

    @Test
    void what_is_wrong_is_refused_with_a_sentence_and_changes_nothing() {
        for (String bad : List.of(
                "{\"name\":\"Eve\",\"roles\":[\"service\"],\"reason\":\"x\"}",
                "{\"name\":\"eve\",\"roles\":[],\"reason\":\"x\"}",
                "{\"name\":\"eve\",\"roles\":[\"root\"],\"reason\":\"x\"}",
                "{\"name\":\"eve\",\"roles\":\"service\",\"reason\":\"x\"}",
                "{\"name\":\"eve\",\"roles\":[\"service\"]}",
                "{\"name\":\"eve\",\"roles\":[\"service\"],\"reason\":\" \"}",
                "{\"name\":\"eve\",\"roles\":[\"service\"],\"reason\":\"x\",\"password\":\"mine\"}",
                "[]")) {
            Answer answer = admin().send("POST", "/api/accounts", bad, Map.of());
            assertEquals(400, answer.status(), bad);
            assertEquals("invalid", answer.code(), bad);
        }
        assertEquals(404, admin().get("/api/accounts/eve").status());
        create("frida", "service");
        assertEquals(
                "account_exists",
                order("POST", "/api/accounts", account("frida", "service")).code());
        assertEquals(
                404, order("POST", "/api/accounts/nobody/disable", because("x")).status());
    }

    @Test
    void an_account_reads_itself_and_only_an_admin_reads_others() {
        create("greta", "service");
        assertEquals(
                200, new Staff("service", server).get("/api/accounts/service").status());
        assertEquals(
                403, new Staff("service", server).get("/api/accounts/greta").status());
        assertEquals(403, new Staff("operator", server).get("/api/accounts").status());
        String all = admin().get("/api/accounts?query=gre").body().toString();
        assertTrue(all.contains("greta"), all);
        assertFalse(all.contains("argon2") || all.contains("\"name\":\"admin\""), all);
    }

    @Test
    void the_last_admin_cannot_be_locked_out_also_when_two_try_at_the_same_moment() throws Exception {
        try (Line own = Line.withoutSalesforce()) {
            Staff admin = own.as("admin");
            String second = "{\"roles\":[\"admin\"],\"reason\":\"deputy\"}";
            assertEquals(
                    200,
                    admin.send("PUT", "/api/accounts/service/roles", second, Map.of())
                            .status());
            ExecutorService both = Executors.newFixedThreadPool(2);
            try {
                List<Future<Integer>> orders = Stream.of("admin", "service")
                        .map(name -> both.submit(() -> admin.send(
                                        "POST", "/api/accounts/" + name + "/disable", because("quarrel"), Map.of())
                                .status()))
                        .toList();
                List<Integer> answers =
                        List.of(orders.get(0).get(), orders.get(1).get());
                assertTrue(answers.contains(200), answers::toString);
                assertTrue(answers.contains(409) || answers.contains(401), answers::toString);
            } finally {
                both.shutdownNow();
            }
            assertEquals(1, own.number("""
                    select count(*) from account
                     where 'admin' = any(string_to_array(roles, ',')) and disabled_at is null
                    """));
        }
    }

    @Test
    void taking_the_role_or_disabling_the_last_admin_says_why_not() {
        for (Answer answer : List.of(
                order("POST", "/api/accounts/admin/disable", because("x")),
                order("PUT", "/api/accounts/admin/roles", "{\"roles\":[\"viewer\"],\"reason\":\"x\"}"))) {
            assertEquals(409, answer.status());
            assertEquals("last_admin", answer.code());
        }
        Browser browser = Browser.loggedInAs("admin", server);
        browser.open("/accounts/admin");
        HttpResponse<String> page = browser.submit("/accounts/admin/disable", "reason", "x");
        assertEquals(409, page.statusCode());
        assertTrue(page.body().contains("last admin who can log in"), page.body());
    }

    @Test
    void pages_do_what_the_api_does() {
        Browser browser = Browser.loggedInAs("admin", server);
        assertTrue(browser.open("/accounts").body().contains("/accounts/service"));
        HttpResponse<String> created =
                browser.submit("/accounts", "name", "hanna", "role", "service", "role", "viewer", "reason", "new");
        assertEquals(200, created.statusCode(), created.body());
        Matcher once = Pattern.compile("<code class=\"secret\">([^<]+)</code>").matcher(created.body());
        assertTrue(once.find(), created.body());
        assertEquals(
                403,
                Caller.withPassword("hanna", once.group(1), server)
                        .get("/api/ads")
                        .statusCode());
        assertFalse(browser.open("/accounts").body().contains(once.group(1)), "it is shown once");
        assertEquals(
                400, browser.submit("/accounts/hanna/disable", "reason", "").statusCode());
        browser.open("/accounts/hanna");
        String disabled = browser.submit("/accounts/hanna/disable", "reason", "left <b>us</b>")
                .body();
        assertTrue(disabled.contains("disabled by admin") && disabled.contains("left &lt;b&gt;us"), disabled);
        assertTrue(browser.submit("/accounts/hanna/enable", "reason", "back")
                .body()
                .contains("Enabled"));
        assertEquals(List.of("ENABLED", "DISABLED", "CREATED"), events("hanna"));
        assertEquals(404, browser.open("/accounts/nobody").statusCode());
    }

    private static Staff admin() {
        return new Staff("admin", server);
    }

    private static Answer order(String method, String path, String body) {
        return admin().send(method, path, body, Map.of());
    }

    private static String create(String name, String role) {
        Answer created = order("POST", "/api/accounts", account(name, role));
        assertEquals(201, created.status(), created.body()::toString);
        return created.body().path("password").asText();
    }

    private static String account(String name, String role) {
        return "{\"name\":\"" + name + "\",\"roles\":[\"" + role + "\"],\"reason\":\"new in the team\"}";
    }

    private static String because(String reason) {
        return "{\"reason\":\"" + reason + "\"}";
    }

    private static int changePassword(String name, String present, String chosen) {
        return Caller.withPassword(name, present, server)
                .send(
                        "PUT",
                        "/api/accounts/" + name + "/password",
                        "application/json",
                        "{\"present\":\"" + present + "\",\"password\":\"" + chosen + "\"}")
                .statusCode();
    }

    private static List<String> events(String name) {
        return Stream.of(
                        admin().get("/api/accounts/" + name + "/history").body().path("events"))
                .flatMap(events -> Stream.iterate(0, index -> index + 1)
                        .limit(events.size())
                        .map(index -> events.path(index).path("what").asText()))
                .toList();
    }

    private static String text(JsonNode event) {
        return Stream.of("what", "who", "reason", "detail")
                .map(name -> event.path(name).asText())
                .reduce((one, other) -> one + " " + other)
                .orElseThrow();
    }
}
