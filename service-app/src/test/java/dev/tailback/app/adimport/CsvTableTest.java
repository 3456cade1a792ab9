package dev.tailback.app.adimport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void the_first_line_tells_the_separator(String separator) {
        String text = "a,b,c\n1,2,3".replace(",", separator);
        assertEquals(
                List.of(List.of("a", "b", "c"), List.of("1", "2", "3")),
                CsvTable.of(text).rows());
    }

    @Test
    void quotes_keep_separators_breaks_and_quotes_in_a_cell() {
        CsvTable table = CsvTable.of("a,b\r\n\"x, \"\"y\"\"\nz\",2\r\n");
        assertTrue(table.closed());
        assertEquals(List.of("x, \"y\"\nz", "2"), table.rows().get(1));
    }

    @Test
    void a_quote_inside_a_word_is_a_quote() {
        assertEquals(
                List.of("5\" screen", "2"),
                CsvTable.of("a,b\n5\" screen,2").rows().get(1));
    }

    @Test
    void a_quote_that_is_never_closed_is_noticed() {
        assertFalse(CsvTable.of("a,b\n\"1,2\n3,4").closed());
    }

    @Test
    void empty_rows_and_the_mark_of_utf_8_are_passed_over() {
        assertEquals(
                List.of(List.of("a", "b"), List.of("1", "")),
                CsvTable.of("\uFEFFa,b\n\n,\n1,\n\n").rows());
    }
}
