package dev.tailback.standalone.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pages whose links lead somewhere and whose lines a person can read. */
class PagesTest {

    @Test
    void every_link_leads_to_a_file_or_a_heading_that_is_there() {
        assertEquals(
                List.of(),
                Repository.pages().stream()
                        .flatMap(page -> page.brokenLinks().stream())
                        .toList());
    }

    @Test
    void a_link_to_a_file_or_a_heading_that_is_gone_is_found() {
        Path file = Repository.ROOT.resolve("docs").resolve("bad.md");

        assertEquals(
                List.of(
                        "bad.md has a link to gone.md, which is not there",
                        "bad.md has a link to states.md#gone, which is not there"),
                new Page(file, "[a](gone.md) [b](states.md#gone) [c](states.md) [d](https://example.com/gone)")
                        .brokenLinks());
    }

    @Test
    void no_line_of_prose_is_longer_than_120_columns() {
        assertEquals(
                List.of(),
                Repository.pages().stream()
                        .flatMap(page -> page.longLines().stream())
                        .toList());
    }

    @Test
    void a_long_line_of_prose_is_found_and_a_row_of_a_table_is_not() {
        String longText = "word ".repeat(30);

        Page page = new Page(Path.of("bad.md"), "| " + longText + " |\n```\n" + longText + "\n```\n" + longText);

        assertEquals(List.of("bad.md line 5 has 150 columns"), page.longLines());
    }
}
