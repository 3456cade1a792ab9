package dev.tailback.app.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.app.testing.Answer;
import dev.tailback.app.testing.Line;
import dev.tailback.app.testing.Org;
import dev.tailback.mapping.MappingYaml;
import dev.tailback.queue.Published;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The mapping over HTTP, against an org. */
class MappingApiTest {

    private static final String PATH = "/api/org/mapping";
    private static final String RENAMED =
            MappingYaml.shippedText().replace("name: Tailback's own objects", "name: Ours");
    private static final String WITHOUT_TITLE = RENAMED.replace("    adTitle: Ad_Title__c\n", "");

    private final Org org = Org.start();
    private final Line line = Line.to(org.address());

    @AfterEach
    void end() {
        line.close();
        org.close();
    }

    @Test
    void at_first_the_mapping_that_tailback_brings_along_is_in_use() {
        Answer inUse = line.as("operator").get(PATH);

        assertEquals("\"0\"", inUse.tag());
        assertEquals(0, inUse.body().path("version").asInt());
        assertEquals(MappingYaml.shippedText(), inUse.body().path("yaml").asText());
        assertTrue(inUse.body().path("who").isNull());
        assertEquals(List.of(0), versions());
        assertEquals(
                "object",
                line.as("operator").get(PATH + "/schema").body().path("type").asText());
    }

    @Test
    void an_admin_puts_another_one_in_use_and_everybody_sees_who_and_why() {
        Answer put = put("\"0\"", WITHOUT_TITLE, "No titles in Salesforce");

        assertEquals(200, put.status(), () -> put.body().toString());
        assertEquals("\"1\"", put.tag());
        assertEquals("admin", put.body().path("who").asText());
        assertEquals("No titles in Salesforce", put.body().path("note").asText());
        assertEquals(List.of("name", "usage.adTitle"), about(put.body().path("changes")));
        assertEquals(List.of(1, 0), versions());
        assertEquals("Ours", line.bean(ActiveMapping.class).get().name());
        JsonNode operation = line.as("operator")
                .get("/api/operations?what=MAPPED")
                .body()
                .path("operations")
                .path(0);
        assertEquals("admin", operation.path("who").asText());
        assertEquals("version 1 of the mapping", operation.path("narrowed").asText());
        Published told = line.queue().operations().published().orElseThrow();
        assertEquals(Published.of(1, WITHOUT_TITLE), told);
    }

    @Test
    void a_version_tells_what_it_changed_against_the_one_before() {
        put("\"0\"", RENAMED, "Renamed");
        put("\"1\"", WITHOUT_TITLE, "No titles");

        JsonNode second = line.as("operator").get(PATH + "/versions/2").body();

        assertEquals(List.of("usage.adTitle"), about(second.path("changes")));
        assertEquals(
                "Ad_Title__c", second.path("changes").path(0).path("before").asText());
        assertTrue(second.path("changes").path(0).path("after").isNull());
        assertEquals("not_found", line.as("operator").get(PATH + "/versions/3").code());
    }

    @Test
    void rolling_back_makes_a_new_version_with_the_old_text() {
        put("\"0\"", RENAMED, "Renamed");

        Answer back = order("POST", "/roll-back", "\"1\"", body("version", 0).put("note", "Not so good"));

        assertEquals(200, back.status(), () -> back.body().toString());
        assertEquals(2, back.body().path("version").asInt());
        assertEquals(MappingYaml.shippedText(), back.body().path("yaml").asText());
        assertEquals(
                0,
                line.as("operator")
                        .get(PATH + "/versions")
                        .body()
                        .path("versions")
                        .path(0)
                        .path("rolledBackTo")
                        .asInt(-1));
    }

    @Test
    void nobody_s_change_is_overwritten_unseen() {
        put("\"0\"", RENAMED, "Renamed");

        Answer stale = put("\"0\"", WITHOUT_TITLE, "No titles");
        assertEquals(412, stale.status());
        assertEquals("stale", stale.code());
        assertEquals("\"1\"", stale.body().path("currentETag").asText());
        Answer unseen = line.as("admin")
                .send("PUT", PATH, body("yaml", WITHOUT_TITLE).put("note", "x").toString(), Map.of());
        assertEquals(428, unseen.status());
        assertEquals(List.of(1, 0), versions());
    }

    @Test
    void what_the_org_does_not_have_is_told_whole_and_not_saved() {
        String broken = RENAMED.replace("units: Units__c", "units: Quantity__c")
                .replace("adTitle: Ad_Title__c", "adTitle: T__c");

        Answer put = put("\"0\"", broken, "Try");

        assertEquals(409, put.status());
        assertEquals("mapping_broken", put.code());
        assertTrue(
                about(put.body().path("findings")).containsAll(List.of("usage.units", "usage.adTitle")),
                () -> put.body().toString());
        Answer check = check(broken);
        assertEquals("broken", check.body().path("verdict").asText());
        assertEquals(List.of(0), versions());
    }

    @Test
    void a_check_tells_what_an_idea_that_is_left_out_costs_and_saves_nothing() {
        Answer check = check(WITHOUT_TITLE);

        assertEquals(
                "usable",
                check.body().path("verdict").asText(),
                () -> check.body().toString());
        JsonNode loss = check.body().path("findings").path(0);
        assertEquals("loss", loss.path("severity").asText());
        assertEquals("usage.adTitle", loss.path("about").asText());
        assertTrue(loss.path("sentence").asText().contains("Salesforce does not show the ad's title"));
        assertEquals(List.of("name", "usage.adTitle"), about(check.body().path("changes")));
        assertEquals(List.of(0), versions());
    }

    @Test
    void a_text_that_is_no_mapping_is_refused_with_every_reason() {
        Answer check = check("mapping: 2\nname: x\ncontract: {}\n");

        assertEquals(400, check.status());
        assertEquals("mapping_unreadable", check.code());
        assertTrue(check.body().path("reasons").size() > 3, () -> check.body().toString());
        assertEquals(400, check("x".repeat(70_000)).status());
        assertEquals("invalid", put("\"0\"", RENAMED, " ").code());
        assertEquals(
                "mapping_unchanged",
                put("\"0\"", MappingYaml.shippedText(), "Again").code());
    }

    @Test
    void operators_read_and_check_and_only_admins_change() {
        ObjectNode body = body("yaml", RENAMED).put("note", "Renamed");
        Answer refused = line.as("operator").send("PUT", PATH, body.toString(), Map.of("If-Match", "\"0\""));

        assertEquals(403, refused.status());
        assertEquals(200, check(RENAMED).status());
        assertEquals(403, line.as("service").get(PATH).status());
    }

    @Test
    void while_salesforce_cannot_be_asked_nothing_is_fine_and_nothing_is_saved() {
        org.close();

        assertEquals("unknown", check(RENAMED).body().path("verdict").asText());
        assertFalse(check(RENAMED).body().path("code").asText().isEmpty());
        Answer put = put("\"0\"", RENAMED, "Renamed");
        assertEquals(503, put.status());
        assertEquals("salesforce_unavailable", put.code());
        assertEquals(List.of(0), versions());
    }

    private Answer put(String ifMatch, String yaml, String note) {
        return order("PUT", "", ifMatch, body("yaml", yaml).put("note", note));
    }

    private Answer order(String method, String path, String ifMatch, ObjectNode body) {
        return line.as("admin").send(method, PATH + path, body.toString(), Map.of("If-Match", ifMatch));
    }

    private Answer check(String yaml) {
        return line.as("operator")
                .send("POST", PATH + "/check", body("yaml", yaml).toString(), Map.of());
    }

    private static ObjectNode body(String name, String value) {
        return new ObjectMapper().createObjectNode().put(name, value);
    }

    private static ObjectNode body(String name, int value) {
        return new ObjectMapper().createObjectNode().put(name, value);
    }

    private List<Integer> versions() {
        List<Integer> versions = new ArrayList<>();
        line.as("operator")
                .get(PATH + "/versions")
                .body()
                .path("versions")
                .forEach(version -> versions.add(version.path("version").asInt()));
        return versions;
    }

    private static List<String> about(JsonNode list) {
        List<String> about = new ArrayList<>();
        list.forEach(one -> about.add(one.path("about").asText()));
        return about;
    }
}
