package dev.tailback.salesforce.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShapeTest {
    @Test
    void x() throws Exception {
        List<String> faults = new ArrayList<>();
        for (String d : List.of("force-app", "force-app-reporting", "force-app-auth")) {
            try (var paths = Files.walk(Path.of(d))) {
                for (Path p : paths.filter(Files::isRegularFile).toList()) {
                    Shape.fault(SchemaFile.read(p)).ifPresent(f -> faults.add(p + " " + f));
                }
            }
        }
        assertEquals("", String.join("\n", faults));
    }
}
