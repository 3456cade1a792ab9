package dev.tailback.localcrms.hubspot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.localcrms.hubspot.Caller.Answer;
import dev.tailback.localcrms.hubspot.limits.AllowanceSettings;
import dev.tailback.testkit.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Allowances, tokens and scopes. */
class LimitsTest {
    private static final String COMPANIES = "/crm/objects/2026-09/companies";

    private final SettableClock clock = new SettableClock();
    private LocalHubSpot crm;
    private Caller app;

    @BeforeEach
    void start() {
        crm = LocalHubSpot.start(
                LocalHubSpotOptions.standard().withClock(clock).withAllowances(new AllowanceSettings(3, 5, 2)));
        app = Caller.of(crm);
    }

    @AfterEach
    void stop() {
        crm.close();
    }

    private static String header(Answer answer, String name) {
        return answer.raw().headers().firstValue(name).orElse("none");
    }

    @Test
    void the_headers_tell_what_is_left() {
        Answer answer = app.get(COMPANIES);

        assertEquals("3", header(answer, "X-HubSpot-RateLimit-Max"));
        assertEquals("2", header(answer, "X-HubSpot-RateLimit-Remaining"));
        assertEquals("10000", header(answer, "X-HubSpot-RateLimit-Interval-Milliseconds"));
        assertEquals("5", header(answer, "X-HubSpot-RateLimit-Daily"));
        assertEquals("4", header(answer, "X-HubSpot-RateLimit-Daily-Remaining"));
    }

    @Test
    void the_fourth_call_in_ten_seconds_is_too_many() {
        app.get(COMPANIES);
        app.get(COMPANIES);
        app.get(COMPANIES);

        Answer fourth = app.get(COMPANIES);

        assertEquals(429, fourth.status());
        assertEquals("TEN_SECONDLY_ROLLING", fourth.body().path("policyName").asText());
        clock.advance(Duration.ofSeconds(10));
        assertEquals(200, app.get(COMPANIES).status());
    }

    @Test
    void the_day_s_calls_are_used_up_until_midnight() {
        for (int n = 0; n < 5; n++) {
            app.get(COMPANIES);
            clock.advance(Duration.ofSeconds(10));
        }

        Answer sixth = app.get(COMPANIES);

        assertEquals("DAILY", sixth.body().path("policyName").asText());
        clock.advance(Duration.ofHours(15));
        assertEquals(200, app.get(COMPANIES).status());
    }

    @Test
    void search_has_a_limit_of_its_own_and_no_headers() {
        app.post(COMPANIES + "/search", "{}");
        Answer second = app.post(COMPANIES + "/search", "{}");
        Answer third = app.post(COMPANIES + "/search", "{}");

        assertEquals("none", header(second, "X-HubSpot-RateLimit-Max"));
        assertEquals(429, third.status());
        assertEquals("SECONDLY", third.body().path("policyName").asText());
        assertEquals("You have reached your secondly limit.", third.message());
        assertEquals(200, app.get(COMPANIES).status());
    }

    @Test
    void limits_change_while_the_account_runs() {
        assertEquals(204, app.put("/local-crms/allowances", "{'tenSecondly':0}").status());
        assertEquals(429, app.get(COMPANIES).status());
        assertEquals(400, app.put("/local-crms/allowances", "{'daily':'many'}").status());
        assertEquals(
                0, app.get("/local-crms/allowances").body().path("tenSecondly").asInt());
    }

    @Test
    void the_account_tells_how_much_of_the_day_is_used() {
        app.get(COMPANIES);

        Answer usage = app.get("/account-info/2026-09/api-usage/daily/private-apps");

        assertEquals(2, usage.result(0).path("currentUsage").asInt());
        assertEquals(5, usage.result(0).path("usageLimit").asInt());
        assertEquals("2026-11-21T00:00:00Z", usage.result(0).path("resetsAt").asText());
    }

    @Test
    void a_call_without_a_living_token_is_not_answered() {
        assertEquals(
                "INVALID_AUTHENTICATION", app.with("nonsense").get(COMPANIES).category());
        assertEquals(401, app.with("").get(COMPANIES).status());
    }

    @Test
    void an_oauth_token_lives_for_30_minutes() {
        String form = "grant_type=refresh_token&client_id=local-client&client_secret=local-secret"
                + "&refresh_token=local-refresh-token";
        Answer granted = app.form("/oauth/2026-09/token", form);
        assertEquals(1800, granted.body().path("expires_in").asInt());
        Caller other = app.with(granted.body().path("access_token").asText());

        Answer answer = other.get(COMPANIES);
        assertEquals(200, answer.status());
        assertEquals("none", header(answer, "X-HubSpot-RateLimit-Daily"));
        clock.advance(Duration.ofMinutes(30));
        assertEquals("EXPIRED_AUTHENTICATION", other.get(COMPANIES).category());
        assertEquals(
                400,
                app.form("/oauth/v1/token", form.replace("local-secret", "x")).status());
        assertEquals(
                400,
                app.form("/oauth/v1/token", form.replace("=local-refresh-token", "=x"))
                        .status());
    }

    @Test
    void a_withdrawn_scope_is_named() {
        app.put("/local-crms/scopes", "['crm.objects.companies.read']");

        Answer refused = app.post(COMPANIES, "{'properties':{'name':'A'}}");

        assertEquals(403, refused.status());
        assertEquals("MISSING_SCOPES", refused.category());
        assertEquals(
                "crm.objects.companies.write",
                refused.body()
                        .path("errors")
                        .path(0)
                        .path("context")
                        .path("requiredGranularScopes")
                        .path(0)
                        .asText());
        assertEquals(200, app.get(COMPANIES).status());
        Answer token = app.post("/oauth/v2/private-apps/get/access-token-info", "{'tokenKey':'pat-local-crms'}");
        assertEquals(1, token.body().path("scopes").size());
        assertTrue(app.put("/local-crms/scopes", "['crm.everything']")
                .body()
                .path("error")
                .asText()
                .startsWith("There is no scope crm.everything;"));
    }
}
