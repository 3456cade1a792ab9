package dev.tailback.hub.mappings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.hub.connections.MappedObject;
import dev.tailback.hub.entity.Entities;
import dev.tailback.mapping.declaration.DeclarationInvalid;
import dev.tailback.mapping.schema.OrgField;
import dev.tailback.mapping.schema.OrgObject;
import dev.tailback.mapping.schema.OrgSchema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mapping as a file, and against what a CRM has. */
class CrmMappingTest {

    private static final OrgSchema SCHEMA = new OrgSchema(List.of(new OrgObject(
            "firms",
            "Firms",
            true,
            true,
            true,
            List.of(
                    field("title", "string", true, false),
                    field("size", "double", true, false),
                    field("total", "double", false, true),
                    field("secret", "string", false, false)),
            List.of())));

    @Test
    void what_is_exported_is_imported() throws DeclarationInvalid {
        CrmMapping mapping = new CrmMapping(
                "sales", List.of(new MappedObject("company", "firms", Map.of("name", "title", "employees", "size"))));

        assertEquals(mapping, CrmMapping.read(mapping.yaml(), Entities.shipped()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {form: 2, crm: a, objects: {o: {entity: company, fields: {name: n}}}}                | 'form: 1' says how
            {form: 1, crm: a, objects: {}}                                                       | must name 1 to 100 objects
            {form: 1, crm: a, objects: {o: {entity: shop, fields: {name: n}}}}                   | there is no entity 'shop'
            {form: 1, crm: a, objects: {o: {entity: company, fields: {shoeSize: n}}}}            | 'shoeSize' is no attribute
            {form: 1, crm: a, objects: {o: {entity: company, fields: {name: n, city: n}}}}       | 'n' stands for name and city
            {form: 1, crm: a, objects: {o: {entity: company, fields: {}}}}                       | at least one line
            {form: 1, crm: a, objects: {o: {entity: company, colour: red, fields: {name: n}}}}   | 'colour' has no meaning here
            """)
    void what_is_wrong_is_said_in_a_sentence(String yaml, String sentence) {
        DeclarationInvalid wrong =
                assertThrows(DeclarationInvalid.class, () -> CrmMapping.read(yaml, Entities.shipped()));

        assertTrue(wrong.getMessage().contains(sentence), wrong.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            firm  | name      | title  | firm is not there
            firms | name      | tittle | firms.tittle is not there
            firms | name      | Title  | is it title?
            firms | employees | total  | the CRM calculates it
            firms | name      | secret | give the right to change it
            firms | phone     | size   | has the type double, which cannot hold phone
            """)
    void what_the_crm_cannot_hold_is_said_in_a_sentence(
            String object, String attribute, String field, String sentence) {
        CrmMapping mapping =
                new CrmMapping("sales", List.of(new MappedObject("company", object, Map.of(attribute, field))));

        List<String> wrong = new MappingCheck(SCHEMA, Entities.shipped()).wrongIn(mapping);

        assertEquals(1, wrong.size());
        assertTrue(wrong.get(0).contains(sentence), wrong.get(0));
    }

    @Test
    void two_mappings_are_told_apart_line_by_line() {
        CrmMapping before = new CrmMapping(
                "a", List.of(new MappedObject("company", "o", Map.of("name", "n", "city", "c", "phone", "p"))));
        CrmMapping after = new CrmMapping(
                "a", List.of(new MappedObject("company", "o", Map.of("name", "n", "city", "town", "email", "e"))));

        assertEquals(
                List.of(
                        "city of company is in o.town, no longer in c.",
                        "email of company is in o.e.",
                        "phone of company is no longer taken from o.p."),
                FieldChange.between(before, after).stream()
                        .map(FieldChange::sentence)
                        .toList());
    }

    @Test
    void editors_know_the_lines_of_the_file() {
        assertTrue(CrmMapping.schema().contains("\"urn:tailback:crm-mapping:1\""));
    }

    private static OrgField field(String name, String type, boolean isUpdateable, boolean isCalculated) {
        return new OrgField(
                name,
                name,
                type,
                0,
                0,
                0,
                true,
                false,
                true,
                isUpdateable,
                true,
                false,
                false,
                isCalculated,
                false,
                List.of(),
                Optional.empty(),
                List.of());
    }
}
