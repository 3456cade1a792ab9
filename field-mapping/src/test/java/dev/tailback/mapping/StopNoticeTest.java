package dev.tailback.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in the place of a mapping while nothing may be sent. */
class StopNoticeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Order has no field Quantity__c: give it back.",
                "It's gone; 'Quantity__c' # is no comment, and {this} is [no list]: see docs. Then a long rest follows, so"
                        + " that the line is folded somewhere in the middle of it.",
                "yes"
            })
    void the_sentence_comes_back_letter_by_letter(String sentence) {
        assertEquals(Optional.of(sentence), StopNotice.read(StopNotice.write(sentence)));
    }

    @Test
    void lines_become_one_and_what_is_far_too_long_is_cut() {
        assertEquals(Optional.of("one two"), StopNotice.read(StopNotice.write("one\n  two")));
        assertTrue(StopNotice.read(StopNotice.write("x".repeat(9_000)))
                        .orElseThrow()
                        .length()
                < 2_010);
    }

    @Test
    void a_mapping_is_no_notice_and_a_notice_is_no_mapping() {
        assertEquals(Optional.empty(), StopNotice.read(MappingYaml.shippedText()));
        assertThrows(MappingInvalid.class, () -> MappingYaml.read(StopNotice.write("Stopped.")));
    }
}
