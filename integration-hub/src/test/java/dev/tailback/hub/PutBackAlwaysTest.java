package dev.tailback.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.hub.rulebook.KeepRules;
import dev.tailback.hub.rulebook.PreviewRules;
import dev.tailback.hub.rulebook.SwitchRules;
import dev.tailback.hub.simulation.Habits;
import dev.tailback.hub.simulation.SimulatedCrm;
import dev.tailback.hub.simulation.SimulatedHub;
import dev.tailback.hub.versions.Author;
import dev.tailback.hub.versions.InForce;
import dev.tailback.hub.versions.Subject;
import dev.tailback.hub.versions.Versions;
import dev.tailback.mapping.declaration.DeclarationInvalid;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Whatever the rules and the edits are: what other rules changed returns when they are put back, in every CRM, and the
 * preview says how many values that is. {@code -Dtailback.seeds=N} tries more stories.
 */
class PutBackAlwaysTest {

    private static final List<String> RULES = List.of(
            "latest change",
            "source priority",
            "most complete",
            "longest",
            "first set",
            "never overwrite",
            "ask a steward",
            "{rule: latest change, emptiedWins: false}",
            "{rule: source priority, sources: [marketing], emptiedWins: true}");
    private static final List<String> WORDS = List.of("", "Ulm", "Bonn", "Kiel", "Hof", "Neu-Ulm");
    private static final List<String> ATTRIBUTES = List.of("city", "region", "industry", "street");
    private static final Map<String, String> FIELDS = Map.of(
            "name",
            "Name",
            "domain",
            "Website",
            "city",
            "City",
            "region",
            "Region",
            "industry",
            "Branch",
            "street",
            "Street");
    private static final Author ADMIN = new Author("ada", "");

    private final SimulatedCrm sales = new SimulatedCrm(Habits.GOOD);
    private final SimulatedCrm marketing = new SimulatedCrm(Habits.GOOD);

    @Test
    void what_other_rules_changed_returns() throws DeclarationInvalid {
        try (SimulatedHub hub =
                SimulatedHub.start(new TreeMap<>(Map.of("sales", sales, "marketing", marketing)), FIELDS)) {
            for (int seed = 1; seed <= Integer.getInteger("tailback.seeds", 8); seed++) {
                hub.forget();
                sales.clear();
                marketing.clear();
                story(hub, new Random(seed), "seed " + seed);
            }
        }
    }

    private void story(SimulatedHub hub, Random random, String story) throws DeclarationInvalid {
        switchOn(hub, keep(hub, random));
        for (int round = 0; round < 3; round++) {
            IntStream.rangeClosed(1, 3).forEach(number -> edit(random, number));
            hub.settle();
        }
        Map<String, Map<String, String>> before = held();
        long first = inForce(hub);

        long second = keep(hub, random);
        long expected = hub.bean(PreviewRules.class)
                .switchingOn(second, 0)
                .orElseThrow()
                .changes();
        switchOn(hub, second);
        hub.settle();
        long back =
                hub.bean(PreviewRules.class).puttingBack(first, 0).orElseThrow().changes();
        assertEquals(expected, back, story);
        assertTrue(hub.bean(SwitchRules.class).putBack(first, second, ADMIN).isDone(), story);
        hub.settle();

        assertEquals(before, held(), story);
    }

    private void edit(Random random, int number) {
        Map<String, String> values = new TreeMap<>();
        ATTRIBUTES.stream()
                .filter(attribute -> random.nextBoolean())
                .forEach(attribute -> values.put(FIELDS.get(attribute), WORDS.get(random.nextInt(WORDS.size()))));
        values.put("Name", "Firma " + List.of("Alder", "Birke", "Cedar").get(number - 1));
        values.put("Website", "firma" + number + ".de");
        boolean inSales = random.nextBoolean();
        (inSales ? sales : marketing).edit((inSales ? "S" : "M") + number, values);
    }

    private Map<String, Map<String, String>> held() {
        Map<String, Map<String, String>> held = new TreeMap<>();
        IntStream.rangeClosed(1, 3).forEach(number -> {
            sales.find("S" + number).ifPresent(values -> held.put("S" + number, values));
            marketing.find("M" + number).ifPresent(values -> held.put("M" + number, values));
        });
        return held;
    }

    private static long keep(SimulatedHub hub, Random random) throws DeclarationInvalid {
        StringBuilder lines = new StringBuilder("form: 1\nname: Random\nsources: [sales, marketing]\nentities:\n")
                .append("  company:\n    attributes:\n");
        ATTRIBUTES.forEach(attribute -> lines.append("      ")
                .append(attribute)
                .append(": ")
                .append(RULES.get(random.nextInt(RULES.size())))
                .append('\n'));
        return hub.bean(KeepRules.class).keep(lines.toString(), ADMIN);
    }

    private static void switchOn(SimulatedHub hub, long number) {
        assertTrue(hub.bean(SwitchRules.class).on(number, inForce(hub), ADMIN).isDone());
    }

    private static long inForce(SimulatedHub hub) {
        return hub.bean(Versions.class)
                .inForce(Subject.RULES)
                .map(InForce::number)
                .orElseThrow();
    }
}
