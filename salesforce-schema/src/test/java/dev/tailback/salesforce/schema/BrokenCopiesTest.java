package dev.tailback.salesforce.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema has no fault, and every check is shown finding the one it is for, on a copy broken on purpose. */
class BrokenCopiesTest {

    private static final Path PROJECT = Path.of("");

    @TempDir
    Path copy;

    @Test
    void the_schema_has_no_fault() {
        assertEquals("", String.join("\n", SchemaChecks.faults(PROJECT)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.tailback.salesforce.schema.Breakage#all")
    void a_broken_copy_is_refused_for_its_fault(Breakage breakage) throws IOException {
        copyProject();
        breakage.apply(copy);
        List<String> faults = SchemaChecks.faults(copy);
        assertTrue(
                faults.stream().anyMatch(fault -> fault.contains(breakage.expected())),
                () -> "wanted: " + breakage.expected() + "\nfound: " + String.join("\n", faults));
    }

    private void copyProject() throws IOException {
        for (String part : List.of(
                "force-app", "force-app-reporting", "force-app-auth", "force-app-hub", "config", "sfdx-project.json")) {
            try (var paths = Files.walk(PROJECT.resolve(part))) {
                for (Path path : paths.toList()) {
                    Files.copy(path, copy.resolve(path.toString()));
                }
            }
        }
    }
}
