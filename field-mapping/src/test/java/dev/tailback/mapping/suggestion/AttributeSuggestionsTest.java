package dev.tailback.mapping.suggestion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.mapping.schema.OrgField;
import dev.tailback.mapping.schema.OrgObject;
import dev.tailback.mapping.suggestion.ValuesSeen.Evidence;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Fields for the attributes of an entity, each rule by itself; how often they are right is another test's subject. */
class AttributeSuggestionsTest {

    private static final Wanted EMAIL =
            new Wanted("company.email", List.of("email"), Map.of("email", 1.0, "string", 1.0));
    private static final Wanted CITY = new Wanted("company.city", List.of("city"), Map.of("string", 1.0));

    @Test
    void a_field_is_found_by_another_word_for_it_and_the_reason_says_so() {
        Candidate town = suggested(object("customers", field("town")), CITY).get(0);

        assertEquals("town", town.path());
        assertEquals("another word for it: town = city", town.reasons().get(0).sentence());
    }

    @Test
    void a_field_that_stands_for_something_already_is_suggested_for_nothing_else() {
        OrgObject object = object("customers", field("city"));

        assertTrue(AttributeSuggestions.of(object, List.of(CITY), Set.of("city"), ValuesSeen.NONE)
                .isEmpty());
    }

    @Test
    void a_type_that_cannot_hold_it_and_a_calculated_field_are_no_candidates() {
        OrgObject object =
                object("customers", field("city", "boolean", true, false), field("city_2", "string", true, true));

        assertTrue(suggested(object, CITY).isEmpty());
    }

    @Test
    void a_field_that_cannot_be_written_comes_behind_one_that_can() {
        OrgObject object = object("customers", field("city", "string", false, false), field("town"));

        assertEquals(
                List.of("town", "city"),
                suggested(object, CITY).stream().map(Candidate::path).toList());
    }

    @Test
    void values_that_only_e_mail_addresses_look_like_make_a_candidate_of_a_field_with_a_strange_name() {
        OrgObject object = object("customers", field("kx_17"));

        List<Candidate> found = AttributeSuggestions.of(
                        object, List.of(EMAIL), Set.of(), (wanted, field) -> Evidence.TELLS)
                .getOrDefault("company.email", List.of());

        assertEquals(Confidence.PERHAPS, found.get(0).confidence());
        assertEquals(
                "its values look like it: kx_17", found.get(0).reasons().get(0).sentence());
    }

    @Test
    void values_that_look_like_something_else_take_a_field_out() {
        OrgObject object = object("customers", field("email"));

        assertFalse(suggested(object, EMAIL).isEmpty());
        assertTrue(AttributeSuggestions.of(object, List.of(EMAIL), Set.of(), (wanted, field) -> Evidence.OTHERWISE)
                .isEmpty());
    }

    @Test
    void an_attribute_that_nobody_has_words_for_goes_by_its_own_name_and_labels() {
        Wanted points =
                new Wanted("member.loyaltyPoints", List.of("loyaltyPoints", "Treuepunkte"), Map.of("double", 1.0));
        OrgObject object =
                object("members", field("treuepunkte", "double", true, false), field("age", "double", true, false));

        assertEquals(
                List.of("treuepunkte"),
                suggested(object, points).stream().map(Candidate::path).toList());
    }

    @Test
    void an_object_is_of_an_entity_by_its_name_and_by_its_fields() {
        OrgObject customers = object("shop.customers", field("town"), field("email"));
        List<Wanted> wanted = List.of(EMAIL, CITY);

        ObjectCandidate found = EntityObjects.of("company", List.of("company"), wanted, customers)
                .orElseThrow();

        assertEquals(
                List.of("its name says customer", "it has fields for 2 / 2"),
                found.reasons().stream().map(Reason::sentence).toList());
        assertTrue(EntityObjects.of("company", List.of("company"), wanted, object("shop.orders", field("total")))
                .isEmpty());
    }

    private static List<Candidate> suggested(OrgObject object, Wanted wanted) {
        return AttributeSuggestions.of(object, List.of(wanted), Set.of(), ValuesSeen.NONE)
                .getOrDefault(wanted.path(), List.of());
    }

    private static OrgObject object(String name, OrgField... fields) {
        return new OrgObject(name, name, true, true, true, Arrays.asList(fields), List.of());
    }

    private static OrgField field(String name) {
        return field(name, "string", true, false);
    }

    private static OrgField field(String name, String type, boolean isWritable, boolean isCalculated) {
        return new OrgField(
                name,
                name,
                type,
                0,
                0,
                0,
                true,
                false,
                isWritable,
                isWritable,
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
