package dev.tailback.verification.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.program.Variable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Nothing of the shell that starts the demo or the torture run reaches a program. */
class ProgramPlanTest {

    @Test
    void every_value_of_the_readmes_table_is_taken_away() throws IOException {
        Set<String> named = new TreeSet<>();
        for (String line : Files.readAllLines(Path.of("..", "README.md"))) {
            Matcher name = Pattern.compile("`([A-Z][A-Z0-9]*_[A-Z0-9_]+)`").matcher(line.split(" \\| ", 2)[0]);
            while (line.startsWith("| `") && name.find()) {
                named.add(name.group(1));
            }
        }
        assertTrue(named.contains("DATASOURCES_DEFAULT_URL") && named.size() > 20, named::toString);
        assertEquals(
                List.of(), named.stream().filter(name -> !Variable.isOurs(name)).toList());
    }

    @Test
    void what_is_not_ours_stays() {
        assertFalse(Variable.isOurs("PATH"));
        assertFalse(Variable.isOurs("JAVA_HOME"));
    }
}
