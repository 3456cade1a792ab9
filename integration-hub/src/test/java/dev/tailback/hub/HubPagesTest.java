package dev.tailback.hub;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.hub.startup.StartHub;
import dev.tailback.localcrms.hubspot.LocalHubSpot;
import dev.tailback.localcrms.hubspot.LocalHubSpotOptions;
import dev.tailback.localcrms.hubspot.limits.AllowanceSettings;
import dev.tailback.program.Endpoint;
import dev.tailback.testservices.TestDatabase;
import dev.tailback.testservices.TestServices;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The pages of the program as it runs, as a browser without JavaScript sees them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HubPagesTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    private final HttpClient http = HttpClient.newHttpClient();
    private final LocalHubSpot sales = LocalHubSpot.start(LocalHubSpotOptions.standard()
            .withAllowances(AllowanceSettings.generous())
            .withSearchDelay(Duration.ofMillis(300)));
    private final AccountsOfTest accounts = new AccountsOfTest();
    private final TestDatabase database = TestServices.emptyDatabase();
    private EmbeddedServer hub;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        Path crms = Files.writeString(folder.resolve("crms.yaml"), """
                form: 1
                crms:
                  sales: {kind: hubspot, url: "%s", token: "${SALES}", objects: {companies: {entity: company,
                    fields: {name: name, phone: phone, domain: domain, city: city}}}}
                """.formatted(sales.uri()));
        hub = StartHub.start(
                Map.of(
                        "DATASOURCES_DEFAULT_URL", database.jdbcUrl(),
                        "DATASOURCES_DEFAULT_USERNAME", database.username(),
                        "DATASOURCES_DEFAULT_PASSWORD", database.password(),
                        "TAILBACK_HUB_CRMS", crms.toString(),
                        "TAILBACK_HUB_POLL", "300ms",
                        "TAILBACK_SERVICE_APP_URL", accounts.url(),
                        "SALES", sales.serviceKey()),
                new Endpoint("127.0.0.1", 0));
    }

    @AfterAll
    void end() {
        hub.close();
        accounts.close();
        sales.close();
    }

    @Test
    void a_viewer_reads_every_page_but_the_audit_in_both_languages() throws Exception {
        for (String path :
                List.of("/", "/records", "/records?search=meyer", "/inbox", "/rules", "/quality", "/crms/sales")) {
            for (String language : List.of("en", "de")) {
                HttpResponse<String> page = get(path, "vera", language);
                assertEquals(200, page.statusCode(), path);
                assertTrue(page.body().contains("<html lang=\"" + language + "\">"), path);
            }
        }
        assertEquals(403, get("/audit", "vera", "en").statusCode());
        assertEquals(200, get("/audit", "otto", "de").statusCode());
    }

    @Test
    void an_operator_pauses_and_resumes_a_crm() throws Exception {
        HttpResponse<String> paused = post("/crms/sales/pause", "otto", "note=They+migrate", ours());
        assertEquals(303, paused.statusCode(), paused.body());
        assertTrue(get("/", "vera", "en").body().contains("Paused by an operator"));
        assertEquals(
                303, post("/crms/sales/resume", "otto", "note=Done", ours()).statusCode());
    }

    @Test
    void a_viewer_may_not_pause() throws Exception {
        assertEquals(403, post("/crms/sales/pause", "vera", "note=no", ours()).statusCode());
    }

    @Test
    void a_refusal_keeps_what_was_typed_and_nothing_typed_becomes_markup() throws Exception {
        HttpResponse<String> refused = post("/rules", "ada", "note=%3Cb%3Ewhy&instead=1&yaml=no+rules+at+all", ours());
        assertEquals(400, refused.statusCode());
        assertTrue(refused.body().contains("no rules at all"), refused.body());
        assertTrue(refused.body().contains("&lt;b&gt;why") || refused.body().contains("value=\"&lt;b>why"));
    }

    @Test
    void a_form_of_a_foreign_page_and_one_of_no_page_are_refused() throws Exception {
        assertEquals(
                403,
                post("/crms/sales/pause", "otto", "note=x", Map.of("Origin", "https://elsewhere.example"))
                        .statusCode());
        assertEquals(401, post("/crms/sales/pause", "otto", "note=x", Map.of()).statusCode());
    }

    @Test
    void only_an_admin_accepts_a_name_that_is_suggested_and_what_was_typed_there_is_found() throws Exception {
        String id = made("Kai und Partner GmbH", "city", "Kiel");
        inSales("POST", "schema/companies/city/rename", "{\"to\": \"town\"}");
        inSales("PUT", "records/companies/" + id, "{\"town\": \"Lauenburg\", \"country\": \"DE\"}");
        awaitPage("/crms/sales", "ada", "city may be town now");

        String form = "object=companies&attribute=city&field=town&note=They+renamed+it";
        String path = "/crms/sales/drift/accept";
        for (String who : List.of("vera", "otto")) {
            assertFalse(get("/crms/sales", who, "en").body().contains(path), who);
            assertEquals(403, post(path, who, form, ours()).statusCode(), who);
            assertEquals(403, api("POST", "drift/accept", who, "{}").statusCode(), who);
        }
        assertTrue(get("/crms/sales", "ada", "de").body().contains("Neuen Namen verwenden"));
        assertEquals(
                409, post(path, "ada", form.replace("town", "phone"), ours()).statusCode(), "nobody suggests that");
        assertEquals(303, post(path, "ada", form, ours()).statusCode());

        assertTrue(get("/crms/sales", "vera", "en").body().contains("They renamed it"), "a version like any other");
        Matcher record = Pattern.compile("/records/[0-9a-f-]{36}")
                .matcher(get("/records?search=Partner", "vera", "en").body());
        assertTrue(record.find());
        awaitPage(record.group(), "vera", "Lauenburg");
        await().atMost(Duration.ofMinutes(3))
                .until(() -> !get("/crms/sales", "ada", "en").body().contains("city may be town now"));
        assertEquals(409, post(path, "ada", form, ours()).statusCode(), "it is done already");
        String back = "{\"note\": \"Back for the others.\"}";
        inSales("POST", "schema/companies/town/rename", "{\"to\": \"city\"}");
        assertEquals(200, api("POST", "mapping/put-back", "ada", back).statusCode());
    }

    @Test
    void only_an_admin_accepts_another_type() throws Exception {
        made("Nordlicht Werft GmbH", "domain", "nordlicht-werft.de");
        inSales("POST", "schema/companies/domain/change", "{\"type\": \"number\", \"fieldType\": \"number\"}");
        String path = "/crms/sales/drift/accept-type";
        awaitPage("/crms/sales", "ada", path);

        String form = "object=companies&field=domain&note=They+count+them+now";
        for (String who : List.of("vera", "otto")) {
            assertFalse(get("/crms/sales", who, "en").body().contains(path), who);
            assertEquals(403, post(path, who, form, ours()).statusCode(), who);
            assertEquals(403, api("POST", "drift/accept-type", who, "{}").statusCode(), who);
        }
        assertEquals(
                409, post(path, "ada", form.replace("domain", "name"), ours()).statusCode(), "it is not stopped");
        assertEquals(303, post(path, "ada", form, ours()).statusCode());
        String audit = get("/audit", "otto", "en").body();
        assertTrue(audit.contains("They count them now") && audit.contains("New type of a field accepted"), audit);
        inSales("POST", "schema/companies/domain/change", "{\"type\": \"string\", \"fieldType\": \"text\"}");
    }

    @Test
    void an_operator_who_had_a_field_mended_need_not_wait_for_the_next_look() throws Exception {
        inSales("POST", "schema/companies/phone/change", "{\"type\": \"number\", \"fieldType\": \"number\"}");
        String path = "/crms/sales/drift/look";
        awaitPage("/crms/sales", "otto", path);
        inSales("POST", "schema/companies/phone/change", "{\"type\": \"string\", \"fieldType\": \"text\"}");

        String form = "note=They+made+it+a+text+again";
        assertFalse(get("/crms/sales", "vera", "en").body().contains(path));
        assertEquals(403, post(path, "vera", form, ours()).statusCode());
        assertEquals(403, api("POST", "drift/look", "vera", "{}").statusCode());
        assertEquals(400, api("POST", "drift/look", "otto", "{}").statusCode(), "a note is wanted");
        assertEquals(303, post(path, "otto", form, ours()).statusCode());

        await().atMost(Duration.ofMinutes(3))
                .until(() -> !get("/crms/sales", "otto", "en").body().contains(path));
        assertTrue(get("/audit", "otto", "en").body().contains("Schema looked at again"));
    }

    @Test
    void an_admin_looks_what_a_mapping_would_change_before_it_is_switched_on() throws Exception {
        String more = """
                form: 1
                crm: sales
                objects:
                  companies:
                    entity: company
                    fields: {name: name, phone: phone, country: country}
                """;
        String form = "note=A+look&yaml=" + URLEncoder.encode(more, StandardCharsets.UTF_8);

        HttpResponse<String> page = post("/crms/sales/mapping/preview", "ada", form, ours());
        assertEquals(200, page.statusCode(), page.body());
        assertTrue(page.body().contains("country is read from the beginning"), page.body());
        assertTrue(page.body().contains("What people said in city stops to count"), page.body());
        assertTrue(page.body().contains("value=\"A look\""), "what was typed stays");
        String crms = api("GET", "mapping", "vera", "").body();
        assertFalse(crms.contains("country: country"), "nothing is switched on");
        for (String who : List.of("vera", "otto")) {
            assertFalse(get("/crms/sales", who, "en").body().contains("mapping/preview"), who);
            assertEquals(
                    403, post("/crms/sales/mapping/preview", who, form, ours()).statusCode(), who);
            assertEquals(403, api("POST", "mapping/preview", who, "{}").statusCode(), who);
        }
        assertEquals(
                400,
                post("/crms/sales/mapping/preview", "ada", "note=x&yaml=form:+7", ours())
                        .statusCode());
        assertEquals(
                409,
                post("/crms/sales/mapping", "ada", form + "&instead=9999", ours())
                        .statusCode(),
                "the page is older than what is in force");
    }

    @Test
    void a_mapping_that_would_create_customers_says_so_before_it_is_switched_on() throws Exception {
        property("""
                {"name": "hub_key", "label": "Hub key", "type": "string", "fieldType": "text",
                 "groupName": "companyinformation", "hasUniqueValue": true}
                """);
        String creating = """
                form: 1
                crm: sales
                objects:
                  companies:
                    entity: company
                    create: {key: %s, needs: [name, domain]}
                    fields: {name: name, phone: phone, domain: domain, city: city}
                """;
        String form = "note=A+look&yaml=" + URLEncoder.encode(creating.formatted("hub_key"), StandardCharsets.UTF_8);

        String page = post("/crms/sales/mapping/preview", "ada", form, ours()).body();
        assertTrue(page.contains("Customers that this CRM has none of are created there: 0 at most."), page);
        String shared = "note=x&yaml=" + URLEncoder.encode(creating.formatted("website"), StandardCharsets.UTF_8);
        HttpResponse<String> refused = post("/crms/sales/mapping/preview", "ada", shared, ours());
        assertEquals(400, refused.statusCode());
        assertTrue(refused.body().contains("unique"), refused.body());
    }

    @Test
    void what_is_deleted_in_a_crm_is_told_until_a_steward_leaves_it_so() throws Exception {
        String id = made("Zwischen den Meeren KG", "city", "Rendsburg");
        inSales("DELETE", "records/companies/" + id, "");
        awaitPage("/inbox", "vera", "Zwischen den Meeren KG");

        String inbox = get("/inbox", "vera", "en").body();
        assertTrue(inbox.contains("Gone in sales"), inbox);
        assertFalse(inbox.contains("Leave it so"), inbox);
        assertTrue(get("/inbox", "otto", "de").body().contains("So lassen"));
        Matcher record = Pattern.compile("/records/([0-9a-f-]{36})\">Zwischen").matcher(inbox);
        assertTrue(record.find(), inbox);
        assertTrue(get("/records/" + record.group(1), "vera", "de").body().contains("Weg in sales"));

        Matcher form = Pattern.compile("/inbox/gone/(\\d+)")
                .matcher(get("/inbox", "otto", "en").body());
        assertTrue(form.find());
        assertEquals(403, post(form.group(), "vera", "note=no", ours()).statusCode());
        assertEquals(303, post(form.group(), "otto", "note=They+closed", ours()).statusCode());
        assertEquals(409, post(form.group(), "otto", "note=They+closed", ours()).statusCode());
        assertFalse(get("/inbox", "vera", "en").body().contains("Zwischen den Meeren"));
        String audit = get("/audit", "otto", "en").body();
        assertTrue(audit.contains("They closed") && audit.contains("Left deleted in one CRM"), audit);
    }

    @Test
    void what_a_rule_refuses_is_counted_and_listed_with_a_sentence_that_says_why() throws Exception {
        made("Weingut Sonnenhang", "phone", "12345678");
        await().atMost(Duration.ofMinutes(3)).until(() -> {
            isDue();
            return get("/quality", "vera", "en").body().contains("1 refused");
        });

        String page = get("/quality", "vera", "de").body();
        assertTrue(page.contains("Keine Regel weist ihn zurück") && page.contains("1 zurückgewiesen"), page);
        String list = "/quality/refused?crm=sales&entity=company&attribute=phone";
        assertTrue(page.contains(list.replace("&", "&amp;")), page);
        String listed = get(list, "vera", "en").body();
        assertTrue(listed.contains("Weingut Sonnenhang</a>"), listed);
        assertTrue(listed.contains("The number does not tell its country."), listed);
        assertFalse(listed.contains("12345678"), "the value stands on the page of the record");
        String told = quality("?crm=sales&days=1", "vera").body();
        assertTrue(told.contains("\"attribute\":\"phone\",\"completeness\":{\"part\":"), told);
        assertTrue(told.contains("\"refusedBy\":{\"phone_without_country\":1}"), told);
        assertTrue(quality("/refused?crm=sales&entity=company&attribute=phone", "vera")
                .body()
                .contains("\"rule\":\"phone_without_country\""));
    }

    @Test
    void a_question_about_quality_that_makes_no_sense_is_refused() throws Exception {
        for (String asked : List.of("?days=0", "?days=401", "?days=many", "?days=1&crm=a%0Ab", "/refused?crm=sales")) {
            assertEquals(400, quality(asked, "vera").statusCode(), asked);
        }
        String list = "/refused?entity=company&attribute=phone&crm=";
        for (String unknown : List.of("?crm=nowhere", list + "nowhere", "/refused?entity=%27&attribute=x&crm=sales")) {
            assertEquals(404, quality(unknown, "vera").statusCode(), unknown);
        }
        assertEquals(400, quality(list + "sales&after=-1", "vera").statusCode());
        assertEquals(
                200, quality(list + "sales&after=9223372036854775807", "vera").statusCode());
        assertEquals(403, quality("", "sam").statusCode());
        assertEquals(
                404,
                get("/quality/refused?crm=sales&entity=company&attribute=%3Cb%3E", "vera", "en")
                        .statusCode());
        assertEquals(400, get("/quality/refused?crm=sales", "vera", "de").statusCode());
    }

    private HttpResponse<String> quality(String asked, String who) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(hub.getURI() + "/api/hub/quality" + asked))
                        .header("Authorization", AccountsOfTest.basic(who))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private void isDue() throws SQLException {
        try (Connection session =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                Statement statement = session.createStatement()) {
            statement.execute("update quality_turn set due_at = now() where taken_by is null");
        }
    }

    /** @return its id, when the hub knows it */
    private String made(String name, String property, String value) throws Exception {
        String body = "{\"name\": \"%s\", \"%s\": \"%s\"}".formatted(name, property, value);
        Matcher id = Pattern.compile("\"id\" ?: ?\"(\\d+)\"")
                .matcher(inSales("POST", "records/companies", body).body());
        assertTrue(id.find());
        awaitPage("/records?search=" + URLEncoder.encode(name, StandardCharsets.UTF_8), "vera", "/records/");
        return id.group(1);
    }

    private HttpResponse<String> inSales(String method, String path, String body) throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(sales.uri().resolve("/local-crms/" + path))
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertEquals(2, answer.statusCode() / 100, answer.body());
        return answer;
    }

    private void property(String json) throws Exception {
        HttpRequest made = HttpRequest.newBuilder(sales.uri().resolve("/crm/v3/properties/companies"))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + sales.serviceKey())
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        assertEquals(
                201, http.send(made, HttpResponse.BodyHandlers.discarding()).statusCode());
    }

    private HttpResponse<String> api(String method, String path, String who, String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(hub.getURI() + "/api/hub/crms/sales/" + path))
                        .header("Authorization", AccountsOfTest.basic(who))
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private void awaitPage(String path, String who, String text) {
        await().atMost(Duration.ofMinutes(3))
                .until(() -> get(path, who, "en").body().contains(text));
    }

    @Test
    void who_has_not_signed_in_is_led_to_the_service_app_and_comes_back_to_the_page() throws Exception {
        HttpResponse<String> led = get("/records?search=M%C3%BCller", "nobody", "en");
        assertEquals(303, led.statusCode());
        assertEquals(accounts.url() + "/hub?to=%2Frecords%3Fsearch%3DM%25C3%25BCller", location(led));
        HttpResponse<String> back = get("/signed-in?to=%2Frecords%3Fsearch%3DM%25C3%25BCller", "vera", "en");
        assertEquals("/records?search=M%C3%BCller", location(back));
        assertEquals(accounts.url() + "/logout", location(get("/log-out", "vera", "en")));
    }

    @Test
    void who_comes_back_unknown_and_who_may_not_read_a_sentence_and_are_led_nowhere() throws Exception {
        HttpResponse<String> unknown = get("/signed-in?to=/inbox", "nobody", "en");
        assertEquals(401, unknown.statusCode());
        assertTrue(unknown.body().contains("does not show that here"), unknown.body());
        HttpResponse<String> withoutRole = get("/inbox", "sam", "de");
        assertEquals(403, withoutRole.statusCode());
        assertTrue(withoutRole.body().contains("sam hat keine der Rollen des Hubs"), withoutRole.body());
        HttpResponse<String> viewer = get("/audit", "vera", "en");
        assertTrue(viewer.body().contains("Your account vera may not do this"), viewer.body());
    }

    @Test
    void nobody_is_led_from_here_to_another_site() throws Exception {
        for (String foreign : List.of(
                "//evil.example",
                "http://evil.example",
                "https:/evil.example",
                "/%5Cevil.example",
                "%5C%5Cevil.example",
                "javascript:alert(1)",
                "@evil.example")) {
            assertEquals("/", location(get("/signed-in?to=" + foreign, "vera", "en")), foreign);
        }
    }

    @Test
    void a_form_after_the_end_of_the_session_says_that_nothing_was_done_and_how_to_go_on() throws Exception {
        HttpResponse<String> ended = post("/crms/sales/pause", "nobody", "note=x", ours());
        assertEquals(401, ended.statusCode());
        assertTrue(ended.headers().firstValue("WWW-Authenticate").isEmpty(), "no window of the browser asks");
        assertTrue(ended.body().contains("Nothing was done") && ended.body().contains("/sign-in"), ended.body());
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private Map<String, String> ours() {
        return Map.of("Origin", hub.getURI().toString());
    }

    private HttpResponse<String> get(String path, String who, String language) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(hub.getURI() + path))
                        .header("Accept", "text/html")
                        .header("Accept-Language", language)
                        .header("Cookie", AccountsOfTest.cookie(who))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String who, String form, Map<String, String> headers)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(hub.getURI() + path))
                .header("Accept", "text/html")
                .header("Content-Type", FORM)
                .header("Cookie", AccountsOfTest.cookie(who))
                .POST(HttpRequest.BodyPublishers.ofString(form));
        headers.forEach(request::header);
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
