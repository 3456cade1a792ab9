package dev.tailback.hub;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.crm.Connector;
import dev.tailback.crm.RecordsAsked;
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
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The program as it runs, with two accounts on this machine and the accounts of a service app. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HubProgramTest {

    private final HttpClient http = HttpClient.newHttpClient();
    private final LocalHubSpot sales = account();
    private final LocalHubSpot marketing = account();
    private final AccountsOfTest accounts = new AccountsOfTest();
    private EmbeddedServer hub;

    private static LocalHubSpot account() {
        return LocalHubSpot.start(LocalHubSpotOptions.standard()
                .withAllowances(AllowanceSettings.generous())
                .withSearchDelay(Duration.ofMillis(300)));
    }

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        Path crms = Files.writeString(folder.resolve("crms.yaml"), """
                form: 1
                crms:
                  sales: {kind: hubspot, url: "%s", token: "${SALES}", objects: {companies: {entity: company,
                    fields: {name: name, phone: phone, domain: domain, city: city}}}}
                  marketing: {kind: hubspot, url: "%s", token: "${MARKETING}", objects: {companies: {entity: company,
                    fields: {name: name, phone: phone, domain: domain, city: city}}}}
                """.formatted(sales.uri(), marketing.uri()));
        TestDatabase database = TestServices.emptyDatabase();
        hub = StartHub.start(
                Map.of(
                        "DATASOURCES_DEFAULT_URL", database.jdbcUrl(),
                        "DATASOURCES_DEFAULT_USERNAME", database.username(),
                        "DATASOURCES_DEFAULT_PASSWORD", database.password(),
                        "TAILBACK_HUB_CRMS", crms.toString(),
                        "TAILBACK_HUB_POLL", "300ms",
                        "TAILBACK_SERVICE_APP_URL", accounts.url(),
                        "SALES", sales.serviceKey(),
                        "MARKETING", marketing.serviceKey()),
                new Endpoint("127.0.0.1", 0));
    }

    @AfterAll
    void end() {
        hub.close();
        accounts.close();
        sales.close();
        marketing.close();
    }

    @Test
    void a_phone_that_sales_changes_is_in_marketing_by_itself_and_then_it_is_quiet() {
        try (Connector inSales = connector(sales);
                Connector inMarketing = connector(marketing)) {
            String one = created(inSales, "Meyer Logistik GmbH", "+494012345678");
            String other = created(inMarketing, "MEYER Logistik GmbH", "");
            awaitValue(inMarketing, other, "+494012345678");

            inSales.write(
                    "companies",
                    List.of(new Write.Update(
                            one,
                            Map.of("phone", "+494099999999"),
                            Map.of("phone", "+494012345678"),
                            Optional.empty())));

            awaitValue(inMarketing, other, "+494099999999");
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> get("/api/hub/state", Map.of("Authorization", AccountsOfTest.basic("vera")))
                            .body()
                            .contains("\"unabsorbed\":0,\"unmatched\":0,\"due\":0,\"open\":0,\"refused\":0"));
        }
    }

    @Test
    void an_admin_takes_what_is_kept_about_a_record_as_a_file_and_the_audit_tells_it() throws Exception {
        try (Connector inSales = connector(sales)) {
            created(inSales, "Weber Orgelbau", "+493012345678", "weber-orgelbau.de");
        }
        Map<String, String> admin = Map.of("Authorization", AccountsOfTest.basic("ada"));
        Pattern id = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
        await().atMost(Duration.ofMinutes(2))
                .until(() -> id.matcher(
                                get("/api/hub/records?search=orgelbau", admin).body())
                        .find());
        Matcher found =
                id.matcher(get("/api/hub/records?search=orgelbau", admin).body());
        assertTrue(found.find());
        String export = "/api/hub/records/" + found.group(1) + "/export";

        HttpResponse<String> file = get(export, admin);

        assertEquals(200, file.statusCode(), file.body());
        assertTrue(file.body().startsWith("{\"golden\":\"" + found.group(1))
                && file.body().contains("Weber Orgelbau"));
        assertTrue(file.headers().firstValue("Content-Disposition").orElse("").contains("attachment"));
        assertTrue(get("/api/hub/audit?what=EXPORTED", admin).body().contains(found.group(1)));
        for (String other : List.of("vera", "otto")) {
            assertEquals(
                    403,
                    get(export, Map.of("Authorization", AccountsOfTest.basic(other)))
                            .statusCode());
        }
        assertEquals(
                404,
                get("/api/hub/records/00000000-0000-0000-0000-000000000000/export", admin)
                        .statusCode());
    }

    @Test
    void monitoring_is_told_how_it_stands_with_each_crm() {
        await().atMost(Duration.ofMinutes(2))
                .until(() -> get("/prometheus", Map.of("Authorization", AccountsOfTest.basic("ada")))
                        .body()
                        .contains("tailback_hub_crm_state{crm=\"marketing\",state=\"connected\"} 1.0"));
    }

    @Test
    void who_is_not_signed_in_learns_nothing() throws Exception {
        for (String path : List.of("/api/hub/crms", "/api/hub/state", "/prometheus", "/api/hub/nothing")) {
            assertEquals(401, get(path, Map.of()).statusCode(), path);
            assertEquals(
                    401,
                    get(path, Map.of("Authorization", AccountsOfTest.basic("mallory")))
                            .statusCode(),
                    path);
            assertEquals(
                    401,
                    get(path, Map.of("Cookie", AccountsOfTest.cookie("mallory")))
                            .statusCode(),
                    path);
        }
        assertTrue(get("/api/hub/crms", Map.of()).body().contains("\"code\":\"unauthorized\""));
        assertEquals(200, get("/health", Map.of()).statusCode());
    }

    @Test
    void a_role_of_the_service_app_that_is_none_of_the_hub_may_nothing() throws Exception {
        assertEquals(
                403,
                get("/api/hub/crms", Map.of("Authorization", AccountsOfTest.basic("sam")))
                        .statusCode());
    }

    @Test
    void a_viewer_reads_by_password_or_session_and_does_not_see_the_metrics() throws Exception {
        HttpResponse<String> byPassword = get("/api/hub/crms", Map.of("Authorization", AccountsOfTest.basic("vera")));
        HttpResponse<String> bySession = get("/api/hub/crms", Map.of("Cookie", AccountsOfTest.cookie("vera")));

        assertTrue(byPassword.body().contains("\"crm\":\"marketing\""), byPassword.body());
        assertTrue(bySession.body().contains("\"crm\":\"marketing\""), bySession.body());
        assertEquals(
                403,
                get("/prometheus", Map.of("Authorization", AccountsOfTest.basic("vera")))
                        .statusCode());
        assertEquals(
                200,
                get("/prometheus", Map.of("Authorization", AccountsOfTest.basic("ada")))
                        .statusCode());
    }

    @Test
    void an_admin_switches_rules_and_puts_them_back_and_the_audit_tells_it() throws Exception {
        String other = "form: 1\\nname: Sales first\\nsources: [sales, marketing]\\nentities:\\n"
                + "  company:\\n    default: source priority\\n";
        String order = "{\"yaml\":\"" + other + "\",\"note\":\"a trial\"}";

        assertEquals(403, send("PUT", "/api/hub/rules", "otto", order).statusCode());
        HttpResponse<String> preview = send("POST", "/api/hub/rules/preview", "ada", order);
        assertTrue(preview.body().contains("\"compared\":"), preview.body());
        HttpResponse<String> switched = send("PUT", "/api/hub/rules", "ada", order);
        assertTrue(switched.body().contains("Sales first"), switched.body());
        HttpResponse<String> back = send("POST", "/api/hub/rules/put-back", "ada", "{\"note\":\"it was one\"}");
        assertTrue(back.body().contains("Latest change"), back.body());

        String audit = get("/api/hub/audit?what=RULES_SWITCHED", Map.of("Authorization", AccountsOfTest.basic("otto")))
                .body();
        assertTrue(audit.contains("a trial") && audit.contains("it was one"), audit);
        assertEquals(
                400,
                send("PUT", "/api/hub/rules", "ada", "{\"yaml\":\"form: 7\",\"note\":\"bad\"}")
                        .statusCode());
    }

    @Test
    void a_mapping_that_the_crm_cannot_hold_is_refused_and_another_one_is_switched_on() throws Exception {
        String good =
                "{\"yaml\":\"form: 1\\ncrm: marketing\\nobjects:\\n  companies:\\n    entity: company\\n    fields: "
                        + "{name: name, phone: phone, domain: domain, city: city, country: %s}\\n\",\"note\":\"a trial\"}";
        String path = "/api/hub/crms/marketing/mapping";

        HttpResponse<String> refused = send("PUT", path, "ada", good.formatted("no_such_field"));
        assertEquals(400, refused.statusCode(), refused.body());
        assertTrue(refused.body().contains("\"code\":\"file_unusable\""), refused.body());
        HttpResponse<String> switched = send("PUT", path, "ada", good.formatted("country"));
        assertEquals(200, switched.statusCode(), switched.body());
        assertTrue(get("/api/hub/crms", Map.of("Authorization", AccountsOfTest.basic("vera")))
                .body()
                .contains("\"country\":\"country\""));
        assertEquals(
                200,
                send("POST", path + "/put-back", "ada", "{\"note\":\"back\"}").statusCode());
    }

    private HttpResponse<String> send(String method, String path, String who, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(hub.getURI() + path))
                .header("Authorization", AccountsOfTest.basic(who))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(hub.getURI() + path));
        headers.forEach(request::header);
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static Connector connector(LocalHubSpot account) {
        return new HubSpotConnector(
                HubSpotSettings.of(account.uri(), List.of("companies")),
                new HubSpotAccess.Key(account.serviceKey()),
                Clock.systemUTC());
    }

    private static String created(Connector crm, String name, String phone) {
        return created(crm, name, phone, "meyer-logistik.de");
    }

    private static String created(Connector crm, String name, String phone, String domain) {
        Map<String, String> values = Map.of("name", name, "phone", phone, "domain", domain, "city", "Hamburg");
        return crm.write("companies", List.of(new Write.Create(values)))
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

    private static String failed(String why) {
        throw new AssertionError(why);
    }

    private static void awaitValue(Connector crm, String id, String phone) {
        await().atMost(Duration.ofMinutes(2))
                .until(() -> crm.read(new RecordsAsked("companies", List.of(id), List.of("phone")))
                        .fold(
                                records -> records.get(0)
                                        .values()
                                        .getOrDefault("phone", "")
                                        .equals(phone),
                                refused -> false,
                                unavailable -> false));
    }
}
