package dev.tailback.hub.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.mapping.declaration.DeclarationInvalid;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntitiesTest {

    @Test
    void company_and_person_are_shipped() {
        assertEquals(
                List.of("company", "person"),
                Entities.shipped().all().stream().map(Entity::name).toList());
        assertEquals(
                "Firma",
                Entities.shipped().entity("company").orElseThrow().labels().in(Locale.GERMANY));
    }

    @Test
    void one_more_is_declared_and_a_shipped_one_can_be_declared_anew() throws DeclarationInvalid {
        Entities own = Entities.read("""
                form: 1
                entities:
                  deal:
                    attributes:
                      title: {kind: text}
                      stage: {kind: choice, choices: [open, won, lost]}
                      customer: {kind: reference, refersTo: company}
                  person:
                    attributes:
                      fullName: {kind: person name, compared: must agree}
                """);

        Entities all = Entities.shipped().with(own);

        assertEquals(
                List.of("company", "deal", "person"),
                all.all().stream().map(Entity::name).toList());
        assertEquals(1, all.entity("person").orElseThrow().attributes().size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            '{}'                                      | there are 0 attributes
            'a: {kind: colour}'                       | 'colour' is no kind
            'a: {kind: choice}'                       | 'choices' belongs to the kind choice
            'a: {kind: text, refersTo: company}'      | 'refersTo' names the entity
            'a: {kind: phone, country: land}'         | which is no attribute of the kind country
            'A b: {kind: text}'                       | a name has small and large letters
            'a: {kind: text, compared: perhaps}'      | 'compared' is true, false or 'must agree'
            'a: {kind: text, identifies: me}'         | 'identifies' is 'alone'
            """)
    void what_is_wrong_is_said_in_a_sentence(String attributes, String sentence) {
        String yaml = "form: 1\nentities:\n  thing:\n    attributes: {" + attributes.replaceAll("^\\{}$", "") + "}\n";

        DeclarationInvalid wrong = assertThrows(DeclarationInvalid.class, () -> Entities.read(yaml));

        assertTrue(wrong.getMessage().contains(sentence), wrong.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"'a: [b'", "''", "'- list'", "'a: &x [1]\nb: *x'"})
    void what_is_no_file_of_lines_is_refused(String yaml) {
        assertThrows(DeclarationInvalid.class, () -> Entities.read(yaml));
    }
}
