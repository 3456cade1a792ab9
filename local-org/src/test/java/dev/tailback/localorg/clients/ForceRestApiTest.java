package dev.tailback.localorg.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.force.api.ApiConfig;
import com.force.api.ApiException;
import com.force.api.ApiSession;
import com.force.api.ApiTokenException;
import com.force.api.Auth;
import com.force.api.AuthException;
import com.force.api.AuthorizationRequest;
import com.force.api.AuthorizationResponse;
import com.force.api.CreateOrUpdateResult;
import com.force.api.DescribeSObject;
import com.force.api.DescribeSObjectBasic;
import com.force.api.DiscoverSObject;
import com.force.api.ForceApi;
import com.force.api.Identity;
import com.force.api.QueryResult;
import com.force.api.SupportedVersions;
import dev.tailback.localorg.LocalOrg;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The library our services use, unmodified: all it can do over OAuth. */
class ForceRestApiTest {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Tree(
            @JsonProperty("Code__c") String code,
            @JsonProperty("Apples__c") Double apples) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Planting(
            @JsonProperty("Name") String name,
            @JsonProperty("Trees__r") List<Tree> trees) {}

    private LocalOrg org;
    private ForceApi api;

    @BeforeEach
    void start() {
        org = OrchardOrg.start();
        api = new ForceApi(config());
    }

    @AfterEach
    void stop() {
        org.close();
    }

    private ApiConfig config() {
        return new ApiConfig()
                .setApiVersionString("v66.0")
                .setLoginEndpoint(org.uri().toString())
                .setClientId(OrchardOrg.CLIENT_ID)
                .setClientSecret(OrchardOrg.CLIENT_SECRET)
                .setUsername(OrchardOrg.ADMIN)
                .setPassword(OrchardOrg.PASSWORD);
    }

    private String plant(String code, double apples) {
        return api.createSObject(
                "Tree__c", Map.of("Code__c", code, "Apples__c", apples, "Orchard__r", Map.of("Code__c", "HILL")));
    }

    @Test
    void logs_in_by_password_and_says_who_came_in() {
        Identity identity = api.getIdentity();
        assertEquals(OrchardOrg.ADMIN, identity.getUsername());
        assertTrue(identity.getUserId().matches("005\\w{15}"));
        assertTrue(identity.getOrganizationId().matches("00D\\w{15}"));
        assertTrue(identity.isActive());
        assertTrue(identity.getUrls().get("rest").contains("/services/data/v"));
        assertEquals(org.uri().toString(), api.getSession().getApiEndpoint());
    }

    @Test
    void a_wrong_password_is_refused() {
        AuthException refused = assertThrows(AuthException.class, () -> new ForceApi(config().setPassword("wrong")));
        assertEquals(400, refused.getCode());
        assertTrue(refused.getMessage().contains("invalid_grant"));
    }

    @Test
    void a_revoked_session_is_renewed_once_and_told_to_the_listener() {
        AtomicInteger renewed = new AtomicInteger();
        ForceApi renewing = new ForceApi(config().setSessionRefreshListener(session -> renewed.incrementAndGet()));
        String first = renewing.getSession().getAccessToken();
        Auth.revokeToken(config(), first);
        assertEquals(2, renewing.query("SELECT Id FROM Orchard__c").getTotalSize());
        assertEquals(1, renewed.get());
        assertNotEquals(first, renewing.getSession().getAccessToken());
    }

    @Test
    void a_web_login_brings_a_refresh_token_that_renews_the_session() throws Exception {
        ApiConfig config = config().setRedirectURI("http://127.0.0.1/callback");
        String start = Auth.startOAuthWebServerFlow(
                        new AuthorizationRequest().apiConfig(config).state("s")) + "&login_hint=" + OrchardOrg.ADMIN;
        String back = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(start)).build(), HttpResponse.BodyHandlers.discarding())
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertTrue(back.startsWith("http://127.0.0.1/callback?code="), back);
        String code = back.replaceAll(".*code=([^&]*).*", "$1");
        ApiSession session = Auth.completeOAuthWebServerFlow(
                new AuthorizationResponse().apiConfig(config).code(code));
        String first = session.getAccessToken();
        ForceApi renewing = new ForceApi(config, session);
        assertEquals(OrchardOrg.ADMIN, renewing.getIdentity().getUsername());

        Auth.revokeToken(config, first);
        assertEquals(2, renewing.query("SELECT Id FROM Orchard__c").getTotalSize());
        assertNotEquals(first, renewing.getSession().getAccessToken());
    }

    @Test
    void a_session_without_a_way_to_renew_it_stays_dead() {
        ForceApi stranger = new ForceApi(
                new ApiConfig().setApiVersionString("v66.0"),
                new ApiSession("nobody", org.uri().toString()));
        ApiTokenException refused =
                assertThrows(ApiTokenException.class, () -> stranger.query("SELECT Id FROM Orchard__c"));
        assertEquals(
                "[{\"message\":\"Session expired or invalid\",\"errorCode\":\"INVALID_SESSION_ID\"}]",
                refused.getMessage());
    }

    @Test
    void creates_reads_changes_and_deletes() {
        String id = plant("one", 3);
        Map<?, ?> read = api.getSObject("Tree__c", id).asMap();
        assertEquals(3.0, read.get("Apples__c"));
        assertEquals(false, read.get("Felled__c"));
        assertTrue(read.containsKey("Tag__c"));
        assertEquals(new Tree("one", 3.0), api.getSObject("Tree__c", id).as(Tree.class));

        api.updateSObject("Tree__c", id, Map.of("Apples__c", 4));
        assertEquals(4.0, api.getSObject("Tree__c", id).asMap().get("Apples__c"));

        api.deleteSObject("Tree__c", id);
        assertRefused(404, "NOT_FOUND", () -> api.getSObject("Tree__c", id));
        assertRefused(404, "ENTITY_IS_DELETED", () -> api.deleteSObject("Tree__c", id));
    }

    @Test
    void upserts_by_external_id_before_and_after_version_46() {
        Map<String, Object> tree = Map.of("Orchard__r", Map.of("Code__c", "HILL"), "Apples__c", 2);
        assertEquals(CreateOrUpdateResult.CREATED, api.createOrUpdateSObject("Tree__c", "Code__c", "a/b", tree));
        assertEquals(CreateOrUpdateResult.UPDATED, api.createOrUpdateSObject("Tree__c", "Code__c", "a/b", tree));
        ForceApi old = new ForceApi(config().setApiVersionString("v45.0"));
        assertEquals(CreateOrUpdateResult.UPDATED, old.createOrUpdateSObject("Tree__c", "Code__c", "a/b", tree));
        assertEquals(CreateOrUpdateResult.CREATED, old.createOrUpdateSObject("Tree__c", "Code__c", "c%d", tree));
        assertEquals(
                2,
                api.query("SELECT Id FROM Tree__c WHERE Code__c IN ('a/b', 'c%d')")
                        .getTotalSize());
    }

    @Test
    void reads_a_long_answer_page_by_page() {
        collect(13, number -> Map.of("Code__c", "T" + number));
        QueryResult<Tree> first = api.query("SELECT Code__c FROM Tree__c ORDER BY Code__c", Tree.class);
        assertEquals(2600, first.getTotalSize());
        assertEquals(2000, first.getRecords().size());
        assertFalse(first.isDone());
        QueryResult<Tree> second = api.queryMore(first.getNextRecordsUrl(), Tree.class);
        assertEquals(600, second.getRecords().size());
        assertEquals("T999", second.getRecords().get(599).code());
        assertTrue(second.isDone());
        assertNull(second.getNextRecordsUrl());
    }

    /** Upserts so many collections of 200 and checks that every record went in. */
    private void collect(int calls, java.util.function.IntFunction<Map<String, Object>> tree) {
        for (int call = 0; call < calls; call++) {
            List<Map<String, Object>> records = new ArrayList<>();
            IntStream.range(call * 200, call * 200 + 200).forEach(number -> {
                Map<String, Object> record = new java.util.LinkedHashMap<>(tree.apply(number));
                record.put("attributes", Map.of("type", "Tree__c"));
                record.put("Orchard__r", Map.of("Code__c", "HILL"));
                records.add(record);
            });
            JsonNode results = api.patch("/composite/sobjects/Tree__c/Code__c", Map.of("records", records))
                    .as(JsonNode.class);
            assertEquals(200, results.size());
            results.forEach(result -> assertTrue(result.path("success").asBoolean(), result.toString()));
        }
    }

    @Test
    void children_and_parents_become_objects() {
        plant("left", 1);
        plant("right", 2);
        List<Planting> plantings = api.query(
                        "SELECT Name, (SELECT Code__c, Apples__c FROM Trees__r ORDER BY Code__c) FROM Orchard__c ORDER BY Name",
                        Planting.class)
                .getRecords();
        assertEquals(new Planting("Hill", List.of(new Tree("left", 1.0), new Tree("right", 2.0))), plantings.get(0));
        assertEquals(new Planting("Vale", null), plantings.get(1));
        Map<?, ?> tree = api.query("SELECT Orchard__r.Region__r.Name FROM Tree__c LIMIT 1")
                .getRecords()
                .get(0);
        assertEquals("North", ((Map<?, ?>) ((Map<?, ?>) tree.get("Orchard__r")).get("Region__r")).get("Name"));
    }

    @Test
    void query_all_sees_deleted_rows() {
        String id = plant("gone", 1);
        api.deleteSObject("Tree__c", id);
        String soql = "SELECT Code__c FROM Tree__c WHERE IsDeleted = true";
        assertEquals(0, api.query(soql).getTotalSize());
        assertEquals(
                List.of(new Tree("gone", null)), api.queryAll(soql, Tree.class).getRecords());
    }

    @Test
    void describes_one_object_and_all() {
        DescribeSObject tree = api.describeSObject("Tree__c");
        assertEquals("Tree", tree.getLabel());
        assertTrue(tree.isCustom());
        DescribeSObject.Field code = tree.getFields().stream()
                .filter(field -> field.getName().equals("Code__c"))
                .findFirst()
                .orElseThrow();
        assertTrue(code.isExternalId());
        assertEquals(10, code.getLength());
        assertTrue(tree.getRequiredFieldsForCreateUpdate().stream()
                .anyMatch(field -> field.getName().equals("Orchard__c")));
        assertEquals(
                "Contracts", api.describeSObject("Account").getChildEntities().get("Contract"));

        assertEquals(200, api.describeGlobal().getMaxBatchSize());
        DescribeSObjectBasic orchard = api.describeGlobal().getSObjects().stream()
                .filter(object -> object.getName().equals("Orchard__c"))
                .findFirst()
                .orElseThrow();
        assertTrue(orchard.getUrls().get("describe").endsWith("/sobjects/Orchard__c/describe"));
    }

    @Test
    void describes_again_only_what_has_changed() {
        assertEquals(
                "Tree__c",
                api.describeSObjectIfModified("Tree__c", Date.from(Instant.now().minus(Duration.ofDays(30))))
                        .getName());
        assertNull(
                api.describeSObjectIfModified("Tree__c", Date.from(Instant.now().plusSeconds(60))));
    }

    @Test
    void discovers_an_object_with_what_was_looked_at_lately() {
        DiscoverSObject<Map<String, Object>> discovered = discover("Orchard__c");
        assertEquals("Orchard__c", discovered.getObjectDescribe().getName());
        assertTrue(discovered.getRecentItems().size() <= 200);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the library takes a raw class and gives it back as the item's type
    private DiscoverSObject<Map<String, Object>> discover(String object) {
        return (DiscoverSObject) api.discoverSObject(object, Map.class);
    }

    @Test
    void versions_go_from_31_to_the_newest() {
        SupportedVersions versions = api.getSupportedVersions();
        assertTrue(versions.contains("v66.0"));
        assertTrue(versions.latest().getVersion() >= 67);
        assertTrue(versions.oldest().getVersion() < versions.latest().getVersion());
        assertEquals(
                "/services/data/" + versions.latest().getVersionString(),
                versions.latest().getUrl());
    }

    @Test
    void any_path_can_be_called() {
        JsonNode limits = api.get("/limits").as(JsonNode.class);
        assertTrue(limits.path("DailyApiRequests").path("Max").asInt() > 0);

        String id = api.post("/sobjects/Account", Map.of("Name", "Mill"))
                .as(JsonNode.class)
                .path("id")
                .asText();
        assertEquals(
                204,
                api.patch("/sobjects/Account/" + id, Map.of("Site", "river")).getResponseCode());
        assertEquals(
                "river",
                api.rootPath()
                        .get("/services/data/v66.0/sobjects/Account/" + id + "?fields=Site")
                        .asMap()
                        .get("Site"));
        assertEquals(204, api.delete("/sobjects/Account/" + id).getResponseCode());
        assertRefused(405, "METHOD_NOT_ALLOWED", () -> api.put("/sobjects/Account", Map.of("Name", "x")));
    }

    @Test
    void collections_go_through_arbitrary_calls() {
        List<String> ids = new ArrayList<>();
        JsonNode created = api.post(
                        "/composite/sobjects",
                        Map.of("allOrNone", false, "records", List.of(tree("c1", 1), tree("c2", -2))))
                .as(JsonNode.class);
        assertTrue(created.path(0).path("success").asBoolean());
        assertEquals(
                "FIELD_CUSTOM_VALIDATION_EXCEPTION",
                created.path(1).path("errors").path(0).path("statusCode").asText());
        ids.add(created.path(0).path("id").asText());

        JsonNode updated = api.patch(
                        "/composite/sobjects",
                        Map.of(
                                "records",
                                List.of(Map.of(
                                        "attributes", Map.of("type", "Tree__c"), "id", ids.get(0), "Apples__c", 9))))
                .as(JsonNode.class);
        assertTrue(updated.path(0).path("success").asBoolean());
        assertEquals(
                9.0,
                api.get("/composite/sobjects/Tree__c?fields=Apples__c&ids=" + ids.get(0))
                        .as(JsonNode.class)
                        .path(0)
                        .path("Apples__c")
                        .asDouble());
        assertTrue(api.delete("/composite/sobjects?ids=" + ids.get(0))
                .as(JsonNode.class)
                .path(0)
                .path("success")
                .asBoolean());
    }

    private static Map<String, Object> tree(String code, double apples) {
        return Map.of(
                "attributes",
                Map.of("type", "Tree__c"),
                "Code__c",
                code,
                "Apples__c",
                apples,
                "Orchard__r",
                Map.of("Code__c", "HILL"));
    }

    @Test
    void every_refusal_carries_status_and_code() {
        assertRefused(400, "INVALID_FIELD", () -> api.query("SELECT Nope FROM Account"));
        assertRefused(400, "MALFORMED_QUERY", () -> api.query("SELECT"));
        assertRefused(404, "NOT_FOUND", () -> api.describeSObject("Nope__c"));
        assertRefused(400, "REQUIRED_FIELD_MISSING", () -> api.createSObject("Account", Map.of()));
        assertRefused(400, "FIELD_CUSTOM_VALIDATION_EXCEPTION", () -> plant("bad", -2));
        plant("twice", 1);
        assertRefused(400, "DUPLICATE_VALUE", () -> plant("TWICE", 1));
    }

    private static void assertRefused(int status, String code, org.junit.jupiter.api.function.Executable call) {
        ApiException refused = assertThrows(ApiException.class, call);
        assertEquals(status, refused.getCode(), refused.getMessage());
        assertTrue(refused.getMessage().contains("\"errorCode\":\"" + code + "\""), refused.getMessage());
    }
}
