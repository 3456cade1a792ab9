package dev.tailback.hub.mappings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.hub.connections.Creates;
import dev.tailback.hub.connections.MappedObject;
import dev.tailback.hub.entity.Entities;
import dev.tailback.mapping.declaration.DeclarationInvalid;
import dev.tailback.mapping.schema.OrgField;
import dev.tailback.mapping.schema.OrgObject;
import dev.tailback.mapping.schema.OrgSchema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a mapping says of customers that a CRM has none of. */
class CreateMappingTest {

    private static final Map<String, String> FIELDS = Map.of("name", "title", "city", "town");
    private static final OrgSchema SCHEMA = new OrgSchema(List.of(new OrgObject(
            "firms",
            "Firms",
            true,
            true,
            true,
            List.of(
                    field("title", 200, true, false, true),
                    field("town", 0, false, false, true),
                    field("hub_id", 80, false, true, true),
                    field("short_id", 12, false, true, true),
                    field("plain", 80, false, false, true),
                    field("fixed_id", 80, false, true, false)),
            List.of())));

    @Test
    void nothing_is_created_unless_the_mapping_says_so() throws DeclarationInvalid {
        CrmMapping mapping = CrmMapping.read(
                "{form: 1, crm: a, objects: {firms: {entity: company, fields: {name: title}}}}", Entities.shipped());

        assertEquals(Optional.empty(), mapping.objects().get(0).creates());
    }

    @Test
    void what_is_exported_is_imported() throws DeclarationInvalid {
        CrmMapping mapping = mapping("hub_id", "name", "city");

        assertEquals(mapping, CrmMapping.read(mapping.yaml(), Entities.shipped()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {needs: [name]}                         | 'key' is missing
            {key: n, needs: [name]}                 | 'n' stands for name; the key gets the hub's own id
            {key: k}                                | 'needs' must name 1 to 50 attributes
            {key: k, needs: [shoeSize]}             | 'shoeSize' is no attribute of company
            {key: k, needs: [city]}                 | 'city' is needed and stands in no field
            {key: k, needs: [parent]}               | 'parent' is a relation
            {key: k, needs: [name], when: always}   | 'when' has no meaning here
            yes                                     | 'create' must hold more lines
            """)
    void what_is_wrong_is_said_in_a_sentence(String create, String sentence) {
        String yaml = "{form: 1, crm: a, objects: {o: {entity: company, create: " + create
                + ", fields: {name: n, parent: p}}}}";

        DeclarationInvalid wrong =
                assertThrows(DeclarationInvalid.class, () -> CrmMapping.read(yaml, Entities.shipped()));

        assertTrue(wrong.getMessage().contains(sentence), wrong.getMessage());
    }

    @Test
    void a_customer_is_created_in_one_object_of_a_crm_at_most() {
        String object = "{entity: company, create: {key: k, needs: [name]}, fields: {name: n}}";

        DeclarationInvalid wrong = assertThrows(
                DeclarationInvalid.class,
                () -> CrmMapping.read(
                        "{form: 1, crm: a, objects: {o: " + object + ", p: " + object + "}}", Entities.shipped()));

        assertTrue(wrong.getMessage().contains("is created in o and in p"), wrong.getMessage());
    }

    @Test
    void what_the_crm_has_is_enough() {
        assertEquals(List.of(), wrongIn(mapping("hub_id", "name")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hub_di   | name | firms.hub_di is not there
            plain    | name | firms.plain is not unique in the CRM
            short_id | name | must be a text with room for 36 letters
            fixed_id | name | firms.fixed_id cannot be written by this user
            hub_id   | city | firms.title is required in a new record: name its attribute, name, in 'needs'
            """)
    void what_the_crm_cannot_create_is_said_in_a_sentence(String key, String need, String sentence) {
        List<String> wrong = wrongIn(mapping(key, need));

        assertEquals(1, wrong.size(), wrong.toString());
        assertTrue(wrong.get(0).contains(sentence), wrong.get(0));
    }

    @Test
    void a_required_field_that_is_not_mapped_is_named() {
        CrmMapping mapping = new CrmMapping(
                "sales",
                List.of(new MappedObject("company", "firms", Map.of("city", "town"))
                        .creating(new Creates("hub_id", Set.of("city")))));

        assertEquals(
                List.of("firms.title is required in a new record and is not mapped: map it and name its attribute in"
                        + " 'needs', or let the CRM fill it."),
                wrongIn(mapping));
    }

    @Test
    void a_change_is_told_in_a_sentence() {
        CrmMapping without = new CrmMapping("sales", List.of(new MappedObject("company", "firms", FIELDS)));

        assertEquals(
                List.of("A company that the CRM has none of is created in firms, with its key in hub_id."),
                sentences(without, mapping("hub_id", "name")));
        assertEquals(
                List.of("Nothing is created in firms any more; what was created stays."),
                sentences(mapping("hub_id", "name"), without));
        assertEquals(List.of(), sentences(without, without));
    }

    private static List<String> sentences(CrmMapping before, CrmMapping after) {
        return CreationChange.between(before, after).stream()
                .map(CreationChange::sentence)
                .toList();
    }

    private static List<String> wrongIn(CrmMapping mapping) {
        return new MappingCheck(SCHEMA, Entities.shipped()).wrongIn(mapping);
    }

    private static CrmMapping mapping(String key, String... needs) {
        return new CrmMapping(
                "sales",
                List.of(new MappedObject("company", "firms", FIELDS).creating(new Creates(key, Set.of(needs)))));
    }

    private static OrgField field(String name, int length, boolean isRequired, boolean isUnique, boolean isWritable) {
        return new OrgField(
                name,
                name,
                "string",
                length,
                0,
                0,
                !isRequired,
                false,
                isWritable,
                isWritable,
                true,
                isUnique,
                isUnique,
                false,
                false,
                List.of(),
                Optional.empty(),
                List.of());
    }
}
