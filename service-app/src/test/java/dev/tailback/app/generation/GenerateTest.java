package dev.tailback.app.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.app.testing.Answer;
import dev.tailback.app.testing.Line;
import dev.tailback.localorg.LocalOrg;
import dev.tailback.localorg.LocalOrgOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an org of other objects lacks is generated from what it says of itself now. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GenerateTest {

    private static final Path SUBSCRIPTIONS = Path.of("..", "salesforce-schema", "foreign", "subscriptions");
    private static final String PATH = "/api/org/generate";

    private LocalOrg org;
    private Line line;
    private String mapping;

    @BeforeAll
    void start() throws IOException {
        org = LocalOrg.start(LocalOrgOptions.of(SUBSCRIPTIONS.resolve("force-app")));
        line = Line.to(org.uri().toString());
        mapping = Files.readString(SUBSCRIPTIONS.resolve("mapping.yaml"));
    }

    @AfterAll
    void end() {
        line.close();
        org.close();
    }

    @Test
    void an_admin_gets_a_project_with_all_that_is_missing() {
        JsonNode generated = generated(asked(mapping)).body();
        List<String> paths = generated.path("files").findValuesAsText("path");
        assertTrue(paths.containsAll(List.of("README.md", "mapping.yaml", "sfdx-project.json")), paths::toString);
        assertTrue(paths.stream().anyMatch(path -> path.endsWith("/Product_Usage__c.object-meta.xml")));
        assertTrue(paths.stream()
                .anyMatch(path -> path.endsWith("/SBQQ__Subscription__c/fields/Consumed__c.field-meta.xml")));
        assertEquals(0, generated.path("kept").size());
        assertEquals(1, generated.path("costs").size(), generated.path("costs")::toString);
    }

    @Test
    void a_mapping_without_usage_and_other_names_are_taken() {
        String sold = mapping.substring(0, mapping.indexOf("usage:\n"));
        ObjectNode asked = asked(sold)
                .put("usageObject", "Listing_Use__c")
                .put("prefix", "Fathom_")
                .put("lookup", true);
        List<String> paths = generated(asked).body().path("files").findValuesAsText("path");
        assertTrue(paths.stream().anyMatch(path -> path.endsWith("/Listing_Use_Integration.permissionset-meta.xml")));
        assertTrue(paths.stream().noneMatch(path -> path.contains("SBQQ__Subscription__c/fields")), paths::toString);
    }

    /** The org lacks the objects that Tailback brings along; the mapping in use names them. */
    @Test
    void without_a_mapping_the_one_in_use_is_taken() {
        Answer refused = post(new ObjectMapper().createObjectNode());
        assertEquals(409, refused.status());
        assertEquals("not_generated", refused.code());
        assertTrue(
                refused.body().path("reasons").toString().contains("Contract_Product__c, which the org does not show"),
                refused::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../Usage__c", "Usage", "pkg__Use__c"})
    void an_impossible_name_is_refused(String name) {
        Answer refused = post(asked(mapping).put("usageObject", name));
        assertEquals(409, refused.status());
        assertTrue(refused.body().path("detail").asText().contains("The usage object cannot be called so"));
    }

    @Test
    void what_is_no_mapping_is_refused_with_every_reason() {
        Answer refused = post(asked("mapping: 1\nname: x\n"));
        assertEquals(400, refused.status());
        assertEquals("not_generated", refused.code());
        assertTrue(refused.body().path("reasons").size() >= 2, refused::toString);
        Answer unknown = post(asked(mapping).put("usage-object", "x"));
        assertEquals(400, unknown.status());
        assertEquals("invalid", unknown.code());
    }

    @Test
    void an_org_that_cannot_be_asked_is_said() {
        try (Line nowhere = Line.to(Line.NO_SALESFORCE)) {
            Answer answer =
                    nowhere.as("admin").send("POST", PATH, asked(mapping).toString(), Map.of());
            assertEquals(503, answer.status());
            assertEquals("salesforce_unavailable", answer.code());
        }
    }

    private static ObjectNode asked(String yaml) {
        return new ObjectMapper().createObjectNode().put("yaml", yaml);
    }

    private Answer generated(ObjectNode asked) {
        Answer answer = post(asked);
        assertEquals(200, answer.status(), answer::toString);
        return answer;
    }

    private Answer post(ObjectNode asked) {
        return line.as("admin").send("POST", PATH, asked.toString(), Map.of());
    }
}
