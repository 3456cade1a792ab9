package dev.tailback.crm.declared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tailback.mapping.declaration.DeclarationInvalid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mistake of the file is one sentence that names its place, and a file can neither hold a secret nor take ours. */
class ReadFileTest {

    private static final Path GOOD = Path.of("src", "test", "resources", "declared", "hubspot.yaml");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "crm: 1 | crm: 2 | the file: 'crm' must be 1",
                "https://api.hubapi.com | http://api.hubapi.com | plain http is for this machine only",
                "https://api.hubapi.com | https://api.hubapi.com/v3 | without a path",
                "kind: bearer | kind: digest | access: 'kind' must be bearer, header, basic or oauth.",
                "CRM_HUBSPOT_KEY | pat-na1-123 | the secret itself does not belong into the file.",
                "CRM_HUBSPOT_KEY | DATASOURCES_DEFAULT_PASSWORD | begins with CRM_",
                "id: /id | id: id | must be a place in the answer, written as JSON Pointer",
                "hub_key: {type: string | hub_key: {type: text | objects.companies.fields.hub_key: 'type' must be a type",
                "city: string | city: text | 'city' must be a type",
                "companies/{id} | companies/{no} | holds {no}, which stands for nothing here; possible are {fields}, {id}.",
                "kind: cursor | kind: link | 'kind' must be one of cursor, page, offset, none.",
                "most: 100 | most: 100000 | 'most' must be 1000 at most.",
                "allText: true | allTexts: true | 'allTexts' has no meaning here",
                "wait: 10s | wait: soon | 'wait' must be a time up to 365d",
                "message: /message | message: message | 'message' must be a place in the answer",
                "name: HubSpot by file | nome: HubSpot | 'name' is missing."
            })
    void each_mistake_is_one_sentence(String good, String bad, String sentence) throws IOException {
        String file = Files.readString(GOOD).replace(good, bad);

        DeclarationInvalid wrong = assertThrows(DeclarationInvalid.class, () -> ReadFile.of(file));

        assertTrue(
                wrong.reasons().stream().anyMatch(reason -> reason.contains(sentence)),
                wrong.reasons().toString());
    }

    @Test
    void a_secret_that_is_not_set_is_named_and_one_that_is_set_shows_nowhere() throws Exception {
        String file = Files.readString(GOOD);

        DeclarationInvalid wrong = assertThrows(DeclarationInvalid.class, () -> DeclaredSettings.of(file, Map.of()));

        assertEquals(1, wrong.reasons().size());
        assertTrue(wrong.reasons().get(0).startsWith("CRM_HUBSPOT_KEY is not set"));
        assertFalse(DeclaredSettings.of(file, Map.of("CRM_HUBSPOT_KEY", "hush-hush"))
                .toString()
                .contains("hush"));
    }

    @Test
    void the_example_of_the_page_for_people_can_be_used() throws Exception {
        String page = Files.readString(Path.of("..", "docs", "connectors.md"));
        String example = page.substring(page.indexOf("\ncrm: 1\n") + 1);

        DeclaredCrm crm = ReadFile.of(example.substring(0, example.indexOf("```")));

        assertEquals("Example", crm.name());
    }

    @Test
    void the_json_schema_knows_the_same_types_as_the_reader() throws IOException {
        JsonNode schema = new ObjectMapper().readTree(DeclaredSettings.schema());

        Set<String> types = new TreeSet<>();
        schema.at("/$defs/type/enum").forEach(type -> types.add(type.asText()));

        assertEquals(new TreeSet<>(ReadObject.TYPES), types);
    }

    @Test
    void the_json_schema_has_every_line_that_the_reader_takes_and_no_more() throws IOException {
        JsonNode schema = new ObjectMapper().readTree(DeclaredSettings.schema());
        String odd = Files.readString(GOOD)
                .replace("crm: 1", "crm: 1\nodd: 1")
                .replace("    allText: true", "    odd: 1\n    allText: true")
                .replace(
                        "records: /results\n      paging: {kind",
                        "records: /results\n      odd: 1\n      paging: {odd: 1, kind")
                .replace("limits:", "limits:\n  odd: 1")
                .replace("{type: string", "{odd: 1, type: string")
                .replace("  message: /message", "  message: /message\n  odd: 1");
        List<String> reasons =
                assertThrows(DeclarationInvalid.class, () -> ReadFile.of(odd)).reasons();

        for (String part : List.of(
                "/properties",
                "/properties/limits/properties",
                "/properties/errors/properties",
                "/$defs/object/properties",
                "/$defs/paging/properties",
                "/$defs/field/oneOf/1/properties",
                "/$defs/object/properties/list/properties")) {
            Set<String> lines = new TreeSet<>();
            schema.at(part).fieldNames().forEachRemaining(lines::add);
            String possible = "possible are " + String.join(", ", lines) + ".";
            assertTrue(reasons.stream().anyMatch(reason -> reason.endsWith(possible)), part + " " + reasons);
        }
    }
}
