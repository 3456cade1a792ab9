package dev.tailback.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The JSON Schema, by which editors help, says the same as the code that reads a mapping. */
class MappingSchemaTest {
    private static final List<String> GOOD = List.of("Units__c", "OrderId", "ns__Units__c", "A", "Order_Item_2__c");
    private static final List<String> BAD = List.of("", "1a", "a b", "a-b", "a'b", "__c", "x".repeat(200));

    /** JSON is YAML. */
    private final Map<?, ?> schema = new Yaml(new SafeConstructor(new LoaderOptions())).load(MappingYaml.schema());

    @Test
    void it_has_every_part_and_the_other_keys_and_no_more() {
        Set<String> keys = Arrays.stream(Part.values()).map(Part::key).collect(Collectors.toCollection(TreeSet::new));
        keys.addAll(Set.of("mapping", "name"));

        assertEquals(keys, keys(schema, "properties"));
        assertEquals(keys, required(schema));
        assertEquals(false, schema.get("additionalProperties"));
    }

    @ParameterizedTest
    @EnumSource
    void a_part_has_the_ideas_that_the_code_knows_and_requires_the_same(Part part) {
        Map<?, ?> fields = at(schema, "properties", part.key(), "properties", "fields");

        assertEquals(
                Idea.of(part).stream().map(Idea::key).collect(Collectors.toCollection(TreeSet::new)),
                keys(fields, "properties"));
        assertEquals(
                Idea.of(part).stream()
                        .filter(Idea::isRequired)
                        .map(Idea::key)
                        .collect(Collectors.toCollection(TreeSet::new)),
                required(fields));
        assertEquals(false, fields.get("additionalProperties"));
    }

    @ParameterizedTest
    @EnumSource
    void a_key_that_the_schema_knows_is_known_to_the_code_and_a_required_one_is_missed(Part part) {
        Map<?, ?> described = at(schema, "properties", part.key());
        Set<String> known = keys(described, "properties");

        String complaint = "Known are " + String.join(", ", known) + ".";
        assertTrue(reasons(part.key() + ": {strange: 1}").stream().anyMatch(reason -> reason.endsWith(complaint)));
        for (String key : required(described)) {
            assertTrue(
                    reasons(part.key() + ": {strange: 1}").stream()
                            .anyMatch(reason -> reason.startsWith(part.key() + "." + key)),
                    key);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_must_be_a_field_of_the_object_itself_is_no_path_in_the_schema_either(Idea idea) {
        Map<?, ?> field = at(schema, "properties", idea.part().key(), "properties", "fields", "properties", idea.key());
        boolean isOwn = idea.part() == Part.USAGE || idea.kind() == Kind.REFERENCE;

        assertEquals(List.of(Map.of("$ref", "#/definitions/" + (isOwn ? "name" : "path"))), field.get("allOf"));
        String described = String.valueOf(field.get("description"));
        assertTrue(
                described.regionMatches(
                        true, 0, idea.meaning(), 0, idea.meaning().length()),
                described);
        assertTrue(described.contains(
                idea.cost().map(cost -> "Without it: " + cost + ".").orElse(" Required.")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "path"})
    void names_have_the_same_letters(String definition) {
        Pattern pattern = Pattern.compile(
                String.valueOf(at(schema, "definitions", definition).get("pattern")));

        GOOD.forEach(name -> assertTrue(pattern.matcher(name).find() && FieldPath.isPath(name), name));
        BAD.forEach(name -> assertTrue(!pattern.matcher(name).find() && !FieldPath.isPath(name), name));
        String far = "a.b.c.d.e.f";
        assertEquals(definition.equals("path"), pattern.matcher(far).find());
        assertTrue(FieldPath.isPath(far) && !FieldPath.isPath(far + ".g"));
        assertTrue(!pattern.matcher(far + ".g").find());
    }

    private static List<String> reasons(String yaml) {
        try {
            MappingYaml.read(yaml);
        } catch (MappingInvalid invalid) {
            return invalid.reasons();
        }
        throw new AssertionError("read: " + yaml);
    }

    private static Set<String> keys(Map<?, ?> map, String key) {
        return at(map, key).keySet().stream().map(String::valueOf).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> required(Map<?, ?> map) {
        return ((List<?>) Objects.requireNonNull(map.get("required")))
                .stream().map(String::valueOf).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<?, ?> at(Map<?, ?> map, String... path) {
        Map<?, ?> found = map;
        for (String key : path) {
            found = (Map<?, ?>) Objects.requireNonNull(found.get(key), key);
        }
        return found;
    }
}
