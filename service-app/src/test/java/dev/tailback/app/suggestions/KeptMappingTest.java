package dev.tailback.app.suggestions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tailback.app.testing.Answer;
import dev.tailback.app.testing.Line;
import dev.tailback.app.testing.Org;
import dev.tailback.mapping.MappingYaml;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Suggestions never replace what an admin has chosen. */
class KeptMappingTest {

    private final Org org = Org.start();
    private final Line line = Line.to(org.address());

    @AfterEach
    void end() {
        line.close();
        org.close();
    }

    @Test
    void what_an_admin_has_mapped_is_kept_and_only_the_rest_is_suggested() {
        String yaml = MappingYaml.shippedText()
                .replace("name: Tailback's own objects", "name: Ours")
                .replace("    adTitle: Ad_Title__c\n", "");
        String body = new ObjectMapper()
                .createObjectNode()
                .put("yaml", yaml)
                .put("note", "Ours")
                .toString();
        Answer put = line.as("admin").send("PUT", "/api/org/mapping", body, Map.of("If-Match", "\"0\""));
        assertEquals(200, put.status(), () -> put.body().toString());

        JsonNode ideas = line.as("admin")
                .get("/api/org/mapping/suggestions?contractObject=Contract&lineObject=Contract_Product__c"
                        + "&usageObject=Product_Usage__c")
                .body()
                .path("ideas");

        for (JsonNode idea : ideas) {
            boolean isOpen = idea.path("idea").asText().equals("usage.adTitle");
            assertEquals(isOpen, idea.path("kept").isNull(), idea.toString());
            assertEquals(isOpen, !idea.path("candidates").isEmpty(), idea.toString());
        }
        assertTrue(ideas.toString().contains("Ad_Title__c"));
    }
}
