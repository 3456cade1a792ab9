package dev.tailback.salesforce.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The seed is a plan that `sf data import tree` takes: it names fields that exist, and refers backwards only. */
class SeedTest {

    private final Model model = new Model(SchemaTree.read(Path.of("")));
    private final List<JsonNode> records = new ArrayList<>();
    private final Set<String> references = new HashSet<>();

    @Test
    void every_record_names_fields_and_references_that_exist() throws IOException {
        for (JsonNode step : read("plan.json")) {
            for (JsonNode file : step.path("files")) {
                for (JsonNode row : read(file.asText()).path("records")) {
                    check(row, step.path("sobject").asText());
                }
            }
        }
        assertEquals(List.of("Gigantic 5", "Small 3"), linesOf("@MagicAdsContract"));
        assertTrue(records.stream()
                .noneMatch(row -> row.at("/attributes/type").asText().equals("Product_Usage__c")));
    }

    private void check(JsonNode row, String object) {
        assertEquals(object, row.at("/attributes/type").asText());
        row.properties().forEach(field -> {
            if (!field.getKey().equals("attributes")) {
                assertTrue(model.hasField(object, field.getKey()), object + "." + field.getKey());
                String text = field.getValue().asText();
                assertTrue(!text.startsWith("@") || references.contains(text.substring(1)), text);
            }
        });
        assertTrue(references.add(row.at("/attributes/referenceId").asText()), "a reference id is there twice");
        records.add(row);
    }

    private List<String> linesOf(String contract) {
        return records.stream()
                .filter(row -> row.path("Contract__c").asText().equals(contract))
                .map(row -> row.path("Product_Type__c").asText() + " "
                        + row.path("Units_Sold__c").asInt())
                .sorted()
                .toList();
    }

    private static JsonNode read(String file) throws IOException {
        return new ObjectMapper().readTree(new File("data", file));
    }
}
