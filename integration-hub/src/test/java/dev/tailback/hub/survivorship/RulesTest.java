package dev.tailback.hub.survivorship;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.hub.entity.Entities;
import dev.tailback.mapping.declaration.DeclarationInvalid;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules as a file: read, checked, written again, and compared before they are switched on. */
class RulesTest {

    private static final String ALL = """
            default: most complete
            attributes:
              name: {rule: source priority, sources: [erp, sales], emptiedWins: true}
              phone: {rule: latest change, emptiedWins: false}
              city: longest
              tags: union
              taxNumber: never overwrite
              country: ask a steward
              customerSince: first set
              industry: {rule: expression, value: "current != '' ? current : candidates[0].value"}""";

    @Test
    void what_is_written_is_read_again() throws DeclarationInvalid {
        Rules rules = About.rules(ALL);

        assertEquals(rules, Rules.read(rules.yaml(), Entities.shipped(), new Expressions()));
    }

    @Test
    void editors_know_every_rule() {
        RuleWord.ALL.forEach(word -> assertTrue(Rules.schema().contains("\"" + word + "\""), word));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            default: newest                                   | 'newest' is no rule
            default: union                                    | only a list can hold all values together
            'attributes: {shoeSize: longest}'                 | 'shoeSize' is no attribute of company
            'attributes: {city: {rule: longest, emptiedWins: true}}' | 'emptiedWins' belongs to
            'attributes: {city: {rule: expression, value: 1 + 1}}'   | The expression cannot be used
            'attributes: {city: {rule: expression, value: java.lang.Runtime.getRuntime()}}' | The expression cannot be used
            'attributes: {city: {rule: longest, colour: red}}' | 'colour' has no meaning here
            'attributes: {city: {rule: source priority, sources: [a, a]}}' | names each CRM once
            """)
    void what_is_wrong_is_said_in_a_sentence(String lines, String sentence) {
        IllegalArgumentException wrong = assertThrows(IllegalArgumentException.class, () -> About.rules(lines));

        assertTrue(
                wrong.getCause().getMessage().contains(sentence),
                wrong.getCause().getMessage());
    }

    @Test
    void an_expression_cannot_work_without_end() {
        String nested = "candidates.map(a, candidates.map(b, candidates.map(c, candidates.map(d, d.value)))).size() > 0"
                + " ? 'x' : ''";
        About about = new About();
        for (int crm = 0; crm < 30; crm++) {
            about.says("crm" + crm, "city", "Ulm " + crm, crm);
        }

        Decision decision = about.by("attributes:\n  city: {rule: expression, value: \"" + nested + "\"}", "city");

        assertEquals("expression_failed", decision.reason().code());
    }

    @Test
    void a_preview_counts_and_lists_what_would_change() {
        Survivorship now = new Survivorship(About.rules("default: latest change"), new Expressions());
        Survivorship then = new Survivorship(About.rules("default: source priority"), new Expressions());
        GoldenFacts changes = new About()
                .says("sales", "city", "Ulm", 2)
                .says("erp", "city", "Bonn", 1)
                .facts();
        GoldenFacts stays = new About().says("erp", "city", "Bonn", 1).facts();

        RulesPreview preview = RulesPreview.compare(now, then, Stream.of(changes, stays, changes), 1);

        assertEquals(3, preview.compared());
        assertEquals(2, preview.changedRecords());
        assertEquals(java.util.Map.of("company.city", 2L), preview.changesByRule());
        assertEquals(
                List.of("city"),
                preview.listed().stream()
                        .map(RulesPreview.Difference::attribute)
                        .toList());
        assertEquals("Bonn", preview.listed().get(0).after().value().orElseThrow());
    }
}
