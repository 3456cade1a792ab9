package dev.tailback.web.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which texts are taken, and which are refused with a sentence. */
class TextRuleTest {

    private static final TextRule LINE = TextRule.line(10);
    private static final TextRule LINES = TextRule.lines(10);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u0000",
                "a\u0007",
                "a\u001b[31m",
                "a\u007f",
                "a\u0085",
                "a\u009b",
                "\ud800",
                "a\udc00b",
                "\udc00\ud800",
                "a\u202e",
                "\u2066a\u2069",
                "a\ufffe",
                "a\ufdd0",
                "\ud83f\udfff"
            })
    void a_character_that_no_text_may_hold_is_refused_in_every_text(String text) {
        assertTrue(LINE.objection(text).orElse("").startsWith("holds a character that is not taken here (U+"), text);
        assertTrue(LINES.objection(text).isPresent(), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\r\nb", "a\tb", "a\u2028b", "a\u2029b"})
    void line_breaks_are_taken_where_a_text_may_have_several_lines_only(String text) {
        assertTrue(LINE.objection(text).isPresent());
        assertEquals(Optional.empty(), LINES.objection(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u200b",
                "\u200b\u200c\u200d",
                "\u00ad",
                "\ufeff",
                "\u00a0",
                "\u2060",
                "\u3164",
                "\u115f\u1160",
                "\uffa0",
                "\u2800",
                "\ufe0f",
                "\udb40\udc41",
                "\u034f",
                "\u180e",
                "\u200e \u200f",
                "\u061c"
            })
    void a_text_of_which_nothing_can_be_seen_is_refused(String text) {
        assertEquals(Optional.of("holds nothing one can see"), LINE.objection(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "Müller",
                "a\u200db",
                "👨\u200d👩\u200d👧",
                "❤\ufe0f",
                "می\u200cخواهم",
                "\u200fשלום",
                "株式会社",
                "<b>&\"'",
                "%00",
                "\ufffd",
                "\ue000"
            })
    void what_people_write_is_taken_as_it_is(String text) {
        assertEquals(Optional.empty(), LINE.objection(text));
    }

    @Test
    void length_is_counted_in_characters_as_people_count_them() {
        assertEquals(Optional.empty(), LINE.objection("🍓".repeat(10)));
        assertEquals(Optional.of("must be a text of up to 10 characters"), LINE.objection("🍓".repeat(11)));
    }
}
