package dev.tailback.app.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.app.testing.Booking;
import dev.tailback.app.testing.Browser;
import dev.tailback.app.testing.Caller;
import dev.tailback.app.testing.Line;
import dev.tailback.app.testing.Org;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A session that ends never costs a word, and never throws a person out without saying why. */
class SessionEndTest {

    private static final Duration LIFE = Duration.ofHours(8);
    private static final String TITLE = "Spring \"Sale\" <b>2027</b> & more";
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");

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

    // Before, a login lasted 8 h from its start, however much it was used.
    @Test
    void a_session_lives_on_while_a_person_uses_it_and_ends_after_a_rest() {
        Browser staff = Browser.loggedInAs("service", server);
        for (int day = 0; day < 5; day++) {
            line.pass(LIFE.minusMinutes(1));
            assertEquals(200, staff.open("/").statusCode(), "use " + day);
        }
        line.pass(LIFE.plusMinutes(1));
        assertEquals(303, staff.open("/").statusCode());
    }

    @Test
    void a_session_ends_after_a_week_although_it_is_used() {
        Browser staff = Browser.loggedInAs("service", server);
        for (int use = 0; use < 23; use++) {
            line.pass(Duration.ofHours(7));
            assertEquals(200, staff.open("/").statusCode(), "use " + use);
        }
        line.pass(Duration.ofHours(7).plusSeconds(1));
        assertEquals(303, staff.open("/").statusCode());
    }

    @Test
    void a_page_that_asks_by_itself_keeps_nothing_alive_and_says_how_long_is_left() {
        Browser staff = Browser.loggedInAs("service", server);
        for (int hour = 0; hour < 7; hour++) {
            line.pass(Duration.ofHours(1));
            assertEquals(200, staff.fragment("/sync-banner?seen=x").statusCode());
            assertEquals(200, staff.open("/session").statusCode());
        }
        long left = secondsLeft(staff.open("/session"));
        assertTrue(left > 3_400 && left <= 3_600, () -> left + " s");
        staff.open("/");
        line.pass(LIFE.plusSeconds(1));
        assertEquals(401, staff.fragment("/sync-banner?seen=x").statusCode());
    }

    @Test
    void somebody_at_the_page_who_says_so_keeps_it_alive() {
        Browser staff = Browser.loggedInAs("service", server);
        staff.open("/");
        line.pass(LIFE.minusMinutes(4));
        assertTrue(secondsLeft(staff.open("/session")) <= 240);
        assertTrue(secondsLeft(staff.submit("/session")) > 28_000);
        assertEquals(403, staff.submitWithToken("forged", "/session").statusCode());
        HttpResponse<String> byScript = Caller.anonymous(server)
                .send("POST", "/session", null, "", "Cookie", staff.cookies(), "X-CSRF-TOKEN", staff.formToken());
        assertEquals(200, byScript.statusCode(), byScript.body());
    }

    // Before, the poll threw the whole page to /login without a word.
    @Test
    void a_poll_after_the_end_leaves_the_page_where_it_is() {
        Browser staff = Browser.loggedInAs("service", server);
        line.pass(LIFE.plusSeconds(1));
        HttpResponse<String> answer = staff.fragment("/sync-banner?seen=x");
        assertEquals(401, answer.statusCode());
        assertTrue(answer.headers().firstValue("HX-Redirect").isEmpty());
    }

    @Test
    void a_page_after_the_end_says_why_and_comes_back() {
        Browser staff = Browser.loggedInAs("service", server);
        assertFalse(Browser.at(server).open("/login").body().contains("has ended"), "nothing has ended for a stranger");
        line.pass(LIFE.plusSeconds(1));
        String login =
                staff.open("/?customer=Magic").headers().firstValue("Location").orElseThrow();
        assertEquals("/login?next=%2F%3Fcustomer%3DMagic", login);
        assertTrue(staff.open(login).body().contains("Your session has ended"));
        HttpResponse<String> back =
                staff.submit("/login", "name", "service", "password", "tailback", "next", "/?customer=Magic");
        assertEquals("/?customer=Magic", back.headers().firstValue("Location").orElse(""));
    }

    // Before, what was typed was gone.
    @Test
    void a_form_after_the_end_is_shown_again_after_the_login_and_books_once_when_it_is_sent() {
        try (Org org = Org.start();
                Line own = Line.to(org.address())) {
            EmbeddedServer app = own.bean(EmbeddedServer.class);
            Booking booking = Booking.of(org, own);
            Browser staff = Browser.loggedInAs("service", app);
            staff.open("/contracts/" + booking.contract());
            own.pass(LIFE.plusSeconds(1));
            String path = "/contracts/" + booking.contract() + "/ads";
            String[] fields = {"token", "t1", "title", TITLE, "product", booking.small(), "units", "1"};
            HttpResponse<String> login = staff.submitFromPage(path, fields);
            assertEquals(401, login.statusCode());
            assertTrue(login.body().contains("your form was not sent"), login.body());
            HttpResponse<String> wrong =
                    staff.submit("/login/kept", carried(login, "name", "service", "password", "no"));
            assertEquals(401, wrong.statusCode());
            HttpResponse<String> again =
                    staff.submit("/login/kept", carried(wrong, "name", "service", "password", "tailback"));
            assertEquals(200, again.statusCode());
            assertTrue(again.body().contains("Spring &#34;Sale&#34; &lt;b>2027&lt;/b> &amp; more"), again.body());
            assertEquals(0, own.number("select count(*) from ad"), "nothing is sent by itself");
            assertEquals(
                    403, staff.submitWithToken("forged", path, carried(again)).statusCode());
            assertEquals(303, staff.submit(path, carried(again)).statusCode());
            assertEquals(1, own.number("select count(*) from ad where title = ?", TITLE));
        }
    }

    @Test
    void a_long_text_goes_through_the_login_too() {
        Browser staff = Browser.at(server);
        staff.open("/login");
        String text = "ü".repeat(20_000);
        HttpResponse<String> login = staff.submit("/login/keep?to=/ads", "title", text);
        HttpResponse<String> again =
                staff.submit("/login/kept", carried(login, "name", "service", "password", "tailback"));
        assertEquals(200, again.statusCode(), again.body());
        assertTrue(again.body().contains("value=\"" + text + "\""));
    }

    @Test
    void a_form_of_a_session_that_another_tab_replaced_is_kept_too() {
        Browser staff = Browser.loggedInAs("service", server);
        staff.open("/account");
        String old = staff.formToken();
        staff.submit("/logout");
        staff.logIn("service", "tailback");
        HttpResponse<String> kept = staff.keepForm(old, "/contracts/800000000000001AAA/ads", "title", "Spring");
        assertEquals(200, kept.statusCode());
        assertTrue(kept.body().contains("Spring") && kept.body().contains("Send it now"), kept.body());
    }

    @Test
    void a_form_that_no_page_of_ours_sent_is_not_kept() {
        Browser staff = Browser.loggedInAs("service", server);
        staff.open("/");
        assertEquals(
                403,
                staff.submitWithToken("forged", "/contracts/x/ads", "title", "Spring")
                        .statusCode());
        HttpResponse<String> foreign = Caller.anonymous(server)
                .send(
                        "POST",
                        "/login/keep?to=/contracts/x/ads",
                        "application/x-www-form-urlencoded",
                        "title=Spring",
                        "Sec-Fetch-Site",
                        "cross-site");
        assertEquals(403, foreign.statusCode());
    }

    @Test
    void a_kept_form_never_leads_to_another_site_and_has_a_limit() {
        Browser staff = Browser.at(server);
        staff.open("/login");
        for (String to : List.of("https://evil.example/x", "//evil.example", "/\\evil.example")) {
            String page = staff.submit("/login/keep?to=" + to.replace("\\", "%5C"), "title", "Spring")
                    .body();
            assertFalse(page.contains("evil.example"), page);
        }
        String large =
                staff.submit("/login/keep?to=/ads", "title", "x".repeat(60_001)).body();
        assertTrue(large.contains("too large to be kept"), large);
        assertFalse(large.contains("xxx"), "nothing of it comes back");
    }

    @Test
    void a_person_signs_in_again_in_place_and_the_forms_get_the_new_token() {
        Browser staff = Browser.loggedInAs("service", server);
        line.pass(LIFE.plusSeconds(1));
        String begun = json(staff.open("/login/again").body(), "formToken");
        HttpResponse<String> wrong =
                staff.submitWithToken(begun, "/login/again", "name", "service", "password", "wrong");
        assertEquals(401, wrong.statusCode());
        assertTrue(wrong.body().contains("The name or the password is wrong."), wrong.body());
        HttpResponse<String> right =
                staff.submitWithToken(begun, "/login/again", "name", "service", "password", "tailback");
        assertEquals(200, right.statusCode(), right.body());
        assertEquals("service", json(right.body(), "name"));
        assertEquals(
                200,
                staff.submitWithToken(json(right.body(), "formToken"), "/session")
                        .statusCode());
        assertEquals(
                403,
                staff.submitWithToken("forged", "/login/again", "name", "service", "password", "tailback")
                        .statusCode());
    }

    @Test
    void logging_out_ends_this_browser_and_leaves_others_and_tokens_alone() {
        Browser here = Browser.loggedInAs("service", server);
        Browser elsewhere = Browser.loggedInAs("service", server);
        String token = json(Caller.as("service", server).post("/api/token", "").body(), "accessToken");
        here.open("/");
        here.submit("/logout");
        assertEquals(303, here.open("/").statusCode());
        assertEquals(200, elsewhere.open("/").statusCode());
        assertEquals(200, Caller.withToken(token, server).get("/api/ads").statusCode());
    }

    private static String[] carried(HttpResponse<String> page, String... more) {
        List<String> fields = new ArrayList<>(List.of(more));
        Matcher hidden = HIDDEN.matcher(page.body());
        while (hidden.find()) {
            if (!hidden.group(1).equals("csrfToken")) {
                fields.add(hidden.group(1));
                fields.add(unescaped(hidden.group(2)));
            }
        }
        return fields.toArray(String[]::new);
    }

    private static String unescaped(String html) {
        return html.replace("&#34;", "\"").replace("&lt;", "<").replace("&amp;", "&");
    }

    private static long secondsLeft(HttpResponse<String> answer) {
        return Long.parseLong(answer.body().replaceFirst(".*\"secondsLeft\":(\\d+).*", "$1"));
    }

    private static String json(String body, String name) {
        return body.replaceFirst(".*\"" + name + "\":\"([^\"]+)\".*", "$1");
    }
}
