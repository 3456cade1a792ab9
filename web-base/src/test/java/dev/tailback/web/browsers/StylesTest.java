package dev.tailback.web.browsers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A brace that is lost makes a browser skip all rules after it without a word. */
class StylesTest {

    private static final Path STYLES = Path.of("src", "main", "resources", "assets", "tailback.css");

    @Test
    void every_brace_is_closed_before_the_next_block_for_a_kind_of_screen() throws IOException {
        assertEquals(List.of(), faults(Files.readString(STYLES)));
    }

    @Test
    void a_lost_brace_is_found() {
        assertNotEquals(
                List.of(), faults("@media print {\n.a { color: red; }\n@media screen {\n.b { color: red; }\n}\n"));
        assertNotEquals(List.of(), faults(".a { color: red;\n"));
        assertNotEquals(List.of(), faults(".a { color: red; } }\n"));
    }

    private static List<String> faults(String styles) {
        List<String> faults = new ArrayList<>();
        int depth = 0;
        for (String line : styles.lines().toList()) {
            if (line.startsWith("@media") && depth > 0) {
                faults.add("inside another block: " + line);
            }
            for (char c : line.toCharArray()) {
                depth += c == '{' ? 1 : c == '}' ? -1 : 0;
                if (depth < 0) {
                    faults.add("closes nothing: " + line);
                }
            }
        }
        if (depth != 0) {
            faults.add(depth + " blocks are not closed at the end");
        }
        return faults;
    }
}
