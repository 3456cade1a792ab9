package dev.tailback.app.suggestions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tailback.app.testing.Answer;
import dev.tailback.app.testing.Line;
import dev.tailback.app.testing.Org;
import dev.tailback.app.testing.OrgUnderTest;
import dev.tailback.mapping.Idea;
import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.MappingInvalid;
import dev.tailback.mapping.MappingYaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Suggestions from a live org, and a mapping tried on one of its contracts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SuggestionsApiTest {

    private static final String PATH = "/api/org/mapping/suggestions";
    private static final String ALL =
            PATH + "?contractObject=Contract&lineObject=Contract_Product__c&usageObject=Product_Usage__c";

    private final Org org = Org.start();
    private final Line line = Line.to(org.address());

    @AfterEach
    void heal() {
        org.heal();
    }

    @AfterAll
    void end() {
        line.close();
        org.close();
    }

    @Test
    void at_first_objects_are_suggested_from_contracts_to_usage() {
        assertTrue(objects(get(PATH).path("contractObjects")).contains("Contract"));
        assertEquals(
                "Contract_Product__c",
                objects(get(PATH + "?contractObject=Contract").path("lineObjects"))
                        .get(0));
        assertEquals(
                "Product_Usage__c",
                objects(get(PATH + "?contractObject=Contract&lineObject=Contract_Product__c")
                                .path("usageObjects"))
                        .get(0));
    }

    @Test
    void tailbacks_own_schema_is_suggested_as_the_mapping_that_it_brings_along() throws MappingInvalid {
        JsonNode answer = get(ALL);

        for (Idea idea : Idea.values()) {
            assertEquals(
                    Mapping.tailback().field(idea),
                    idea(answer, idea).at("/candidates/0/field").asText(),
                    idea.path());
        }
        Mapping written = MappingYaml.read(answer.path("file").asText());
        assertEquals(Mapping.tailback().fields(), written.fields());
        assertEquals(Mapping.tailback().listedAs(), written.listedAs());
        assertEquals(Mapping.tailback().fulfilledWhen(), written.fulfilledWhen());
    }

    @Test
    void a_candidate_tells_its_type_its_rights_and_why() {
        JsonNode answer = get(ALL);

        JsonNode key = idea(answer, Idea.EXTERNAL_ID).at("/candidates/0");
        assertEquals("string", key.path("type").asText());
        assertTrue(key.path("unique").asBoolean() && key.path("createable").asBoolean());
        assertTrue(idea(answer, Idea.CONSUMED).at("/candidates/0/calculated").asBoolean());
        assertFalse(idea(answer, Idea.CONSUMED).at("/candidates/0/updateable").asBoolean());
        assertEquals("sure", key.path("confidence").asText());
        assertFalse(key.at("/reasons/0/sentence").asText().isEmpty());
        assertTrue(idea(answer, Idea.UNITS).path("written").asBoolean());
    }

    @Test
    void a_chosen_contract_shows_what_each_candidate_holds() {
        JsonNode answer = get(ALL + "&sample=" + contract());

        assertEquals(
                OrgUnderTest.MAGIC_NUMBER,
                idea(answer, Idea.NUMBER).at("/candidates/0/sample").asText());
        assertEquals(
                "Magic Ads Inc",
                idea(answer, Idea.CUSTOMER_NAME).at("/candidates/0/sample").asText());
        assertFalse(idea(answer, Idea.UNITS_SOLD)
                .at("/candidates/0/sample")
                .asText("")
                .isEmpty());
        assertTrue(idea(answer, Idea.UNITS).at("/candidates/0/sample").isNull(), "there is no usage yet");
        assertTrue(
                get(ALL + "&sample=800000000000000AAA").path("sample").asText().contains("has no record"));
    }

    @Test
    void a_sample_is_named_by_its_number_or_is_the_first_one() {
        JsonNode named = get(ALL + "&sample=" + OrgUnderTest.MAGIC_NUMBER);
        assertEquals(contract(), named.path("sampleId").asText());
        JsonNode first = get(ALL + "&sample=first");
        assertTrue(first.path("sampleId").asText().startsWith("800"), first.path("sample")::asText);
        assertTrue(get(ALL + "&sample=x%27%20or").path("sampleId").isNull());
        assertTrue(get(ALL).path("sampleId").isNull());
    }

    @Test
    void every_field_of_the_chosen_objects_is_listed() {
        String fields = get(ALL).path("fields").toString();

        assertTrue(fields.contains("\"field\":\"Account.Name\""), fields);
        assertTrue(fields.contains("\"field\":\"Units__c\""), fields);
        assertEquals(0, get(PATH).path("fields").size());
    }

    @Test
    void what_cannot_be_asked_is_refused_with_what_to_do() {
        assertEquals(
                "unknown_object", asked(PATH + "?contractObject=Nothing__c").code());
        assertEquals(404, asked(PATH + "?contractObject=Nothing__c").status());
        assertEquals("invalid", asked(PATH + "?lineObject=OrderItem").code());
        assertEquals(
                "invalid",
                asked(PATH + "?contractObject=Contract&usageObject=Product_Usage__c")
                        .code());
        assertEquals("invalid", asked(PATH + "?contractObject=x%27%20or").code());
        org.goDown();
        assertEquals(503, asked(ALL).status());
        assertEquals("salesforce_unavailable", asked(PATH).code());
    }

    @Test
    void a_mapping_is_tried_on_one_contract_and_nothing_is_written() {
        long before = line.number("select count(*) from usage_entry");

        JsonNode dry = dryRun(MappingYaml.shippedText(), contract()).body();

        assertEquals(OrgUnderTest.MAGIC_NUMBER, value(dry.path("contract"), "contract.number"));
        assertEquals("Magic Ads Inc", value(dry.path("contract"), "contract.customerName"));
        assertFalse(dry.path("fulfilled").asBoolean());
        assertEquals(2, dry.path("lines").size());
        String sent = dry.path("sent").asText();
        assertTrue(sent.contains("\"type\":\"Product_Usage__c\""), sent);
        assertTrue(sent.contains(dry.at("/lines/0/id").asText()), sent);
        assertTrue(sent.contains("\"Units__c\":1"), sent);
        assertEquals(before, line.number("select count(*) from usage_entry"));
        assertThrows(IllegalStateException.class, () -> org.usage(new UUID(0, 1)), "no such record");
    }

    @Test
    void a_dry_run_says_what_a_mapping_without_an_idea_costs() {
        String yaml = MappingYaml.shippedText().replace("    adTitle: Ad_Title__c\n", "");

        JsonNode dry = dryRun(yaml, contract()).body();

        assertFalse(dry.path("sent").asText().contains("Ad_Title__c"));
        assertTrue(dry.path("notes").toString().contains("Without usage.adTitle"));
    }

    @Test
    void a_dry_run_of_what_is_no_mapping_or_no_contract_is_refused() {
        assertEquals("mapping_unreadable", dryRun("mapping: 1", contract()).code());
        assertEquals(
                "unknown_contract",
                dryRun(MappingYaml.shippedText(), "800000000000000AAA").code());
        assertEquals("invalid", dryRun(MappingYaml.shippedText(), "no id").code());
    }

    private JsonNode get(String path) {
        Answer answer = asked(path);
        assertEquals(200, answer.status(), () -> answer.body().toString());
        return answer.body();
    }

    private Answer asked(String path) {
        return line.as("admin").get(path);
    }

    private Answer dryRun(String yaml, String recordId) {
        String body = new ObjectMapper()
                .createObjectNode()
                .put("yaml", yaml)
                .put("recordId", recordId)
                .toString();
        return line.as("admin").send("POST", "/api/org/mapping/dry-run", body, Map.of());
    }

    private String contract() {
        return line.as("service")
                .get("/api/contracts?number=" + OrgUnderTest.MAGIC_NUMBER)
                .body()
                .at("/contracts/0/id")
                .asText();
    }

    private static String value(JsonNode values, String idea) {
        return StreamSupport.stream(values.spliterator(), false)
                .filter(value -> value.path("idea").asText().equals(idea))
                .findFirst()
                .orElseThrow()
                .path("value")
                .asText();
    }

    private static JsonNode idea(JsonNode answer, Idea idea) {
        return StreamSupport.stream(answer.path("ideas").spliterator(), false)
                .filter(each -> each.path("idea").asText().equals(idea.path()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> objects(JsonNode list) {
        List<String> objects = new ArrayList<>();
        list.forEach(each -> objects.add(each.path("object").asText()));
        return objects;
    }
}
