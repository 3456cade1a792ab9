package dev.tailback.standalone.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An alternative of a sealed type that a caller forgot must not compile, so no code asks for one alternative. */
class AlternativesTest {

    /** Files that still ask, and how often. A number may only become smaller; a file without any leaves the list. */
    private static final Map<String, Integer> STILL_TO_MEND = Map.ofEntries(
            Map.entry("dev.tailback.app.ads.ContractCheck", 2), Map.entry("dev.tailback.app.ads.EnoughUnits", 1));

    @Test
    void no_file_asks_for_an_alternative_but_those_still_to_mend() {
        Alternatives alternatives = new Modules().alternatives();
        List<String> tooMany = alternatives.askedFor().entrySet().stream()
                .filter(asked -> asked.getValue() > STILL_TO_MEND.getOrDefault(asked.getKey(), 0))
                .map(asked -> asked.getKey() + " asks " + asked.getValue() + " times")
                .toList();

        assertEquals(List.of(), tooMany);
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
