package dev.tailback.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.crm.Connector;
import dev.tailback.crm.Write;
import dev.tailback.crm.Written;
import dev.tailback.crm.hubspot.HubSpotAccess;
import dev.tailback.crm.hubspot.HubSpotConnector;
import dev.tailback.crm.hubspot.HubSpotSettings;
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
import java.time.Clock;
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

/** What helps a person to write a mapping, over HTTP, with a HubSpot account of which only a few fields are mapped. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SuggestionsTest {

    private static final String MAPPING = "/api/hub/crms/marketing/mapping";
    private static final String TRY = "/crms/marketing/mapping/dry-run";
    private static final Pattern YAML = Pattern.compile("\"yaml\":\"((?:[^\"\\\\]|\\\\.)*)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final LocalHubSpot marketing = LocalHubSpot.start(LocalHubSpotOptions.standard()
            .withAllowances(AllowanceSettings.generous())
            .withSearchDelay(Duration.ofMillis(300)));
    private final AccountsOfTest accounts = new AccountsOfTest();
    private EmbeddedServer hub;
    private String company = "";
    private String other = "";

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        company = created(
                "companies",
                Map.of(
                        "name",
                        "Meyer Logistik GmbH",
                        "phone",
                        "+49 40 12345678",
                        "zip",
                        "20095",
                        "country",
                        "Germany"));
        other = created("companies", Map.of("name", "Weber Orgelbau", "zip", "10115", "country", "Atlantis"));
        created("contacts", Map.of("firstname", "Hedwig", "lastname", "Sonderbar", "email", "hedwig@meyer.example"));
        Path crms = Files.writeString(folder.resolve("crms.yaml"), """
                form: 1
                crms:
                  marketing: {kind: hubspot, url: "%s", token: "${MARKETING}", objects: {companies: {entity: company,
                    fields: {name: name, phone: phone}}}}
                """.formatted(marketing.uri()));
        TestDatabase database = TestServices.emptyDatabase();
        hub = StartHub.start(
                Map.of(
                        "DATASOURCES_DEFAULT_URL", database.jdbcUrl(),
                        "DATASOURCES_DEFAULT_USERNAME", database.username(),
                        "DATASOURCES_DEFAULT_PASSWORD", database.password(),
                        "TAILBACK_HUB_CRMS", crms.toString(),
                        "TAILBACK_HUB_POLL", "300ms",
                        "TAILBACK_SERVICE_APP_URL", accounts.url(),
                        "MARKETING", marketing.serviceKey()),
                new Endpoint("127.0.0.1", 0));
    }

    @AfterAll
    void end() {
        hub.close();
        accounts.close();
        marketing.close();
    }

    @Test
    void an_admin_is_told_which_fields_may_stand_for_what_is_not_mapped_with_reasons_and_samples() throws Exception {
        String told = get(MAPPING + "/suggestions", "ada").body();

        assertTrue(told.contains("{\"attribute\":\"name\",\"mapped\":\"name\"}"), told);
        String postal = after(told, "\"attribute\":\"postalCode\"");
        assertTrue(postal.contains("\"field\":\"zip\"") && postal.contains("\"confidence\":\"sure\""), postal);
        assertTrue(postal.contains("20095") && postal.contains("its values look like it"), postal);
        assertTrue(postal.contains("RIGHT_UNKNOWN"), postal);
        String person = after(told, "\"entity\":\"person\"");
        assertTrue(person.contains("\"object\":\"contacts\"") && person.contains("\"field\":\"lastname\""), person);
        assertTrue(person.contains("hedwig@meyer.example"), person);
    }

    @Test
    void what_is_suggested_can_be_previewed_as_it_is_and_leaves_the_lines_that_are_there() throws Exception {
        String yaml = yaml(get(MAPPING + "/suggestions", "ada").body());

        assertTrue(yaml.contains("phone: phone") && yaml.contains("postalCode: zip"), yaml);
        HttpResponse<String> preview =
                send(MAPPING + "/preview", "ada", "{\"yaml\":\"" + yaml + "\",\"note\":\"a first mapping\"}");
        assertEquals(200, preview.statusCode(), preview.body());
        assertTrue(preview.body().contains("\"attribute\":\"postalCode\",\"after\":\"zip\""), preview.body());
        assertFalse(preview.body().contains("\"before\":\"phone\""), preview.body());
    }

    @Test
    void an_object_that_a_person_names_and_that_is_not_there_is_told() throws Exception {
        String told = get(MAPPING + "/suggestions?object=2-987654", "ada").body();

        assertTrue(told.contains("\"unseen\":{\"2-987654\":"), told);
        assertTrue(told.contains("\"field\":\"zip\""), told);
    }

    @Test
    void a_dry_run_says_what_would_be_read_of_one_record_and_what_the_hub_would_hold() throws Exception {
        String versions = get(MAPPING, "ada").body();

        String tried =
                send(MAPPING + "/dry-run", "ada", dryRun("companies", company)).body();

        assertTrue(
                tried.contains("{\"attribute\":\"country\",\"field\":\"country\",\"raw\":\"Germany\","
                        + "\"holds\":\"DE\",\"refused\":false,"
                        + "\"findings\":[\"The country was written as its ISO code.\"]}"),
                tried);
        String refused =
                send(MAPPING + "/dry-run", "ada", dryRun("companies", other)).body();
        assertTrue(
                refused.contains("\"raw\":\"Atlantis\",\"refused\":true,\"findings\":[\"There is no such country"),
                refused);
        assertTrue(refused.contains("{\"attribute\":\"phone\",\"field\":\"phone\",\"refused\":false}"), refused);
        assertEquals(versions, get(MAPPING, "ada").body());
    }

    @Test
    void a_dry_run_of_what_is_not_there_is_told_apart_from_a_file_that_cannot_be_used() throws Exception {
        HttpResponse<String> noRecord = send(MAPPING + "/dry-run", "ada", dryRun("companies", "1"));
        HttpResponse<String> noObject = send(MAPPING + "/dry-run", "ada", dryRun("contacts", company));
        HttpResponse<String> noFile =
                send(MAPPING + "/dry-run", "ada", "{\"yaml\":\"form: 7\",\"object\":\"companies\",\"record\":\"1\"}");

        assertEquals(404, noRecord.statusCode(), noRecord.body());
        assertTrue(noRecord.body().contains("has no record 1 in companies"), noRecord.body());
        assertEquals(404, noObject.statusCode(), noObject.body());
        assertTrue(noObject.body().contains("maps no object contacts"), noObject.body());
        assertEquals(400, noFile.statusCode(), noFile.body());
        assertTrue(noFile.body().contains("\"code\":\"file_unusable\""), noFile.body());
    }

    @Test
    void only_admins_see_what_the_records_of_a_crm_hold_and_the_hub_keeps_nothing_of_it() throws Exception {
        for (String who : List.of("vera", "otto")) {
            assertEquals(403, get(MAPPING + "/suggestions", who).statusCode());
            assertEquals(
                    403,
                    send(MAPPING + "/dry-run", who, dryRun("companies", company))
                            .statusCode());
        }
        assertTrue(get(MAPPING + "/suggestions", "ada").body().contains("Sonderbar"));
        assertEquals("[]", get("/api/hub/records?search=Sonderbar", "ada").body());
        assertEquals(
                404, get("/api/hub/crms/nowhere/mapping/suggestions", "ada").statusCode());
    }

    @Test
    void a_choice_becomes_a_file_and_one_that_makes_no_mapping_is_told() throws Exception {
        String path = MAPPING + "/suggestions";

        String yaml = yaml(send(path, "ada", choice("postalCode", "zip")).body());
        HttpResponse<String> kept = send(path, "ada", choice("phone", "zip"));
        HttpResponse<String> twice = send(path, "ada", choice("city", "phone"));
        HttpResponse<String> unknown = send(path, "ada", choice("shoeSize", "zip"));

        assertTrue(yaml.contains("postalCode: zip") && yaml.contains("phone: phone"), yaml);
        assertTrue(kept.statusCode() == 400 && kept.body().contains("phone has a field already"), kept.body());
        assertTrue(
                twice.statusCode() == 400 && twice.body().contains("'phone' stands for something else"), twice.body());
        assertTrue(unknown.statusCode() == 400 && unknown.body().contains("no attribute of company"), unknown.body());
    }

    @Test
    void an_admin_chooses_on_the_page_and_the_file_stands_in_the_form_of_the_mapping() throws Exception {
        String page =
                page("GET", "/crms/marketing/suggestions", "ada", "de", "").body();

        assertTrue(page.contains("Vorschläge für marketing") && page.contains("<samp>20095</samp>"), page);
        assertTrue(page.contains("die Werte in zip sehen danach aus"), page);
        HttpResponse<String> chosen = page(
                "POST",
                "/crms/marketing/suggestions",
                "ada",
                "en",
                "entity=company&object=companies&field.postalCode=zip&field.city=");
        assertEquals(200, chosen.statusCode(), chosen.body());
        assertTrue(chosen.body().contains("postalCode: zip"), chosen.body());
        assertTrue(chosen.body().contains("action=\"/crms/marketing/mapping\""), chosen.body());
        assertFalse(chosen.body().contains("city:"), chosen.body());
        assertFalse(get(MAPPING, "ada").body().contains("postalCode"));
    }

    @Test
    void a_choice_of_nothing_comes_back_with_its_sentence_and_others_than_admins_have_no_such_page() throws Exception {
        HttpResponse<String> nothing =
                page("POST", "/crms/marketing/suggestions", "ada", "en", "entity=company&object=companies");

        assertEquals(400, nothing.statusCode(), nothing.body());
        assertTrue(nothing.body().contains("<samp>20095</samp>"), nothing.body());
        for (String other : List.of("vera", "otto")) {
            assertEquals(
                    403,
                    page("GET", "/crms/marketing/suggestions", other, "en", "").statusCode());
            assertFalse(page("GET", "/crms/marketing", other, "en", "").body().contains("/suggestions"));
        }
    }

    @Test
    void an_admin_tries_the_file_in_the_form_on_one_record() throws Exception {
        String versions = get(MAPPING, "ada").body();

        HttpResponse<String> tried = page("POST", TRY, "ada", "de", trial("companies", other));

        String page = tried.body();
        assertEquals(200, tried.statusCode(), page);
        assertTrue(page.contains("companies " + other + ", wie diese Datei ihn liest"), page);
        assertTrue(page.contains(">Atlantis</td>") && page.contains("Eine Regel weist es zurück"), page);
        assertTrue(page.contains("There is no such country"), page);
        assertTrue(page.contains("country: country"), "the file stays in the form");
        assertTrue(page.contains("value=\"" + other + "\""), "and so does the record");
        assertTrue(page.contains("value=\"later\""), "and the note");
        assertEquals(versions, get(MAPPING, "ada").body());
    }

    @Test
    void a_trial_that_cannot_be_comes_back_with_its_sentence_and_what_was_typed() throws Exception {
        HttpResponse<String> noRecord = page("POST", TRY, "ada", "de", trial("companies", "1"));
        HttpResponse<String> noObject = page("POST", TRY, "ada", "en", trial("contacts", company));
        HttpResponse<String> nothing = page("POST", TRY, "ada", "en", trial("companies", ""));
        HttpResponse<String> noFile = page("POST", TRY, "ada", "en", "yaml=form:+7&object=companies&record=1");

        assertEquals(404, noRecord.statusCode(), noRecord.body());
        assertTrue(noRecord.body().contains("Das CRM hat in companies keinen Datensatz 1,"), noRecord.body());
        assertTrue(noRecord.body().contains("country: country"), noRecord.body());
        assertTrue(noRecord.body().contains("value=\"later\""), noRecord.body());
        assertEquals(404, noObject.statusCode(), noObject.body());
        assertTrue(noObject.body().contains("The file maps no object contacts."), noObject.body());
        assertTrue(noObject.body().contains("value=\"contacts\""), noObject.body());
        assertEquals(400, nothing.statusCode(), nothing.body());
        assertTrue(nothing.body().contains("record is "), nothing.body());
        assertEquals(400, noFile.statusCode(), noFile.body());
        assertTrue(noFile.body().contains("form: 7"), noFile.body());
        for (String other : List.of("vera", "otto")) {
            assertEquals(
                    403,
                    page("POST", TRY, other, "en", trial("companies", company)).statusCode());
            assertFalse(page("GET", "/crms/marketing", other, "en", "").body().contains("dry-run"));
        }
    }

    private static String trial(String object, String record) {
        String yaml = "form: 1\ncrm: marketing\nobjects:\n  companies:\n    entity: company\n    fields: "
                + "{name: name, phone: phone, country: country}\n";
        return "note=later&object=" + object + "&record=" + record + "&yaml="
                + URLEncoder.encode(yaml, StandardCharsets.UTF_8);
    }

    private static String choice(String attribute, String field) {
        return "{\"entity\":\"company\",\"object\":\"companies\",\"fields\":[{\"attribute\":\"" + attribute
                + "\",\"field\":\"" + field + "\"}]}";
    }

    private HttpResponse<String> page(String method, String path, String who, String language, String form)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(hub.getURI() + path))
                .header("Accept", "text/html")
                .header("Accept-Language", language)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", AccountsOfTest.cookie(who))
                .header("Origin", hub.getURI().toString())
                .method(method, HttpRequest.BodyPublishers.ofString(form))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String dryRun(String object, String record) {
        return "{\"yaml\":\"form: 1\\ncrm: marketing\\nobjects:\\n  companies:\\n    entity: company\\n    fields: "
                + "{name: name, phone: phone, country: country}\\n\",\"object\":\"" + object + "\",\"record\":\""
                + record + "\"}";
    }

    private static String yaml(String told) {
        Matcher found = YAML.matcher(told);
        assertTrue(found.find(), told);
        return found.group(1);
    }

    private static String after(String told, String begin) {
        int at = told.indexOf(begin);
        assertTrue(at >= 0, told);
        return told.substring(at);
    }

    private HttpResponse<String> get(String path, String who) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(hub.getURI() + path))
                        .header("Authorization", AccountsOfTest.basic(who))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> send(String path, String who, String body) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(hub.getURI() + path))
                        .header("Authorization", AccountsOfTest.basic(who))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String created(String object, Map<String, String> values) {
        try (Connector crm = new HubSpotConnector(
                HubSpotSettings.of(marketing.uri(), List.of(object)),
                new HubSpotAccess.Key(marketing.serviceKey()),
                Clock.systemUTC())) {
            return crm.write(object, List.of(new Write.Create(values)))
                    .fold(
                            written -> written.get(0)
                                    .fold(
                                            Written.Accepted::id,
                                            refused -> failed(refused.reason()),
                                            conflict -> failed("a conflict"),
                                            gone -> failed("gone"),
                                            unknown -> failed(unknown.reason())),
                            refused -> failed(refused.reason()),
                            unavailable -> failed(unavailable.reason()));
        }
    }

    private static String failed(String why) {
        throw new AssertionError(why);
    }
}
