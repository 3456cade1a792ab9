package dev.tailback.mapping.suggestion;

import static dev.tailback.mapping.suggestion.Built.field;
import static dev.tailback.mapping.suggestion.Built.lookup;
import static dev.tailback.mapping.suggestion.Built.object;
import static dev.tailback.mapping.suggestion.Built.picklist;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.mapping.Idea;
import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.MappingInvalid;
import dev.tailback.mapping.MappingYaml;
import dev.tailback.mapping.Part;
import dev.tailback.mapping.schema.OrgObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A suggested file is a mapping as soon as nothing required is missing, and says why of each line. */
class SuggestedFileTest {

    @Test
    void what_was_suggested_for_a_whole_org_can_be_read_as_a_mapping() throws MappingInvalid {
        Asked asked = asked("retainers");

        Mapping mapping = MappingYaml.read(text(asked));

        assertEquals("Retainer_Line__c", mapping.object(Part.CONTRACT_PRODUCT));
        assertEquals("Retainer_Lines__r", mapping.listedAs());
        assertEquals("Client__r.Name", mapping.field(Idea.CUSTOMER_NAME));
        assertEquals(List.of("Used Up", "Closed"), mapping.fulfilledWhen());
        FieldSuggestions.of(asked)
                .forEach(suggestion -> assertEquals(
                        suggestion.first(),
                        mapping.find(suggestion.idea()),
                        suggestion.idea().path()));
    }

    @Test
    void a_checkbox_means_yes_when_it_is_ticked() throws MappingInvalid {
        assertTrue(text(asked("cpq-subscriptions")).contains("fulfilledWhen: ['true']"));
    }

    @Test
    void what_is_missing_is_said_and_the_file_is_no_mapping_yet() {
        String text = text(asked("quotes"));

        assertTrue(text.contains("# version: required, and no field is right"), text);
        assertTrue(text.contains("# fulfilledOn: no field is right; without one, finance"), text);
        MappingInvalid invalid = assertThrows(MappingInvalid.class, () -> MappingYaml.read(text));
        assertTrue(invalid.reasons().contains("usage.fields.version is missing: give it a text."), invalid::getMessage);
    }

    @Test
    void words_of_the_org_cannot_become_lines_of_the_mapping() throws MappingInvalid {
        OrgObject contract = new OrgObject(
                "Deal__c",
                "Deal'\nusage: {object: Evil__c}\u2028#",
                true,
                true,
                true,
                List.of(picklist("Status__c", "Done\n  object: Evil__c\u0085x: 'y'\u2028", "Open")),
                List.of());
        OrgObject line = object("Line__c", lookup("Deal__c", "Deal__c"), field("Units__c", "double"));

        String text = text(new Asked(contract, line, Optional.empty(), Map.of()));

        assertTrue(text.contains("fulfilledWhen: ['Done object: Evil__c x: ''y''']"), text);
        assertEquals(
                List.of(),
                text.lines()
                        .filter(each -> each.strip().startsWith("object: Evil"))
                        .toList());
        assertEquals(1, text.lines().filter(each -> each.startsWith("name: ")).count());
        assertTrue(text.codePoints().noneMatch(letter -> letter == 0x2028 || letter == 0x85), text);
    }

    @Test
    void what_is_kept_stands_there_without_another_reason() {
        Asked all = asked("retainers");
        Asked asked = new Asked(all.contract(), all.line(), all.usage(), Map.of(Idea.UNITS, "Break_Minutes__c"));

        String text = text(asked);

        assertTrue(text.contains("    units: Break_Minutes__c\n"), text);
    }

    @Test
    void conditions_values_and_the_list_of_lines_stay_as_they_are_mapped() throws MappingInvalid {
        Asked all = asked("retainers");
        Mapping before = MappingYaml.read(text(all)
                .replace("fulfilledWhen: ['Used Up', 'Closed']", "fulfilledWhen: [Closed]\n  only: {Kind__c: it's so}")
                .replace("listedAs: Retainer_Lines__r", "listedAs: Other_Lines__r"));
        Asked asked = new Asked(all.contract(), all.line(), all.usage(), before.fields());

        Mapping again =
                MappingYaml.read(new SuggestedFile(asked, FieldSuggestions.of(asked), Optional.of(before)).text());

        assertEquals(List.of("Closed"), again.fulfilledWhen());
        assertEquals("Other_Lines__r", again.listedAs());
        assertEquals(before.only(Part.CONTRACT), again.only(Part.CONTRACT));
    }

    private static Asked asked(String shape) {
        return OrgFile.all().stream()
                .filter(org -> org.name().equals(shape))
                .findFirst()
                .orElseThrow()
                .asked();
    }

    private static String text(Asked asked) {
        return new SuggestedFile(asked, FieldSuggestions.of(asked), Optional.empty()).text();
    }
}
