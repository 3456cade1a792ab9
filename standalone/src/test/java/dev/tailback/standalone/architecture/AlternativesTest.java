package dev.tailback.standalone.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An alternative of a sealed type that a caller forgot must not compile, so no code asks for one alternative. */
class AlternativesTest {

    @Test
    void no_file_asks_for_an_alternative() {
        Alternatives alternatives = new Modules().alternatives();

        assertEquals(Map.of(), alternatives.askedFor());
        assertTrue(alternatives.count() > 40, "The guard must see the sealed types of the modules.");
    }

    @Test
    void a_file_that_asks_is_found_also_the_sealed_type_s_own() {
        Alternatives bad = new Alternatives(
                new ClassFileImporter().importClasses(Weather.class, Umbrella.class),
                getClass().getClassLoader());

        assertEquals(Map.of(Umbrella.class.getName(), 2, Weather.class.getName(), 1), bad.askedFor());
    }
}
