package dev.tailback.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.hub.golden.DecisionRow;
import dev.tailback.hub.golden.Decisions;
import dev.tailback.hub.records.Records;
import dev.tailback.hub.rulebook.KeepRules;
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
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Nobody's value is replaced without a decision that names it, also where the agreed value stays as it was. */
class LoserIsToldTest {

    private static final Map<String, String> FIELDS = Map.of("name", "Name", "domain", "Website", "city", "City");
    private static final String SALES_WIN =
            "form: 1\nname: Sales win\nsources: [sales, marketing]\nentities:\n  company:\n    default: source priority\n";
    private static final Author ADMIN = new Author("ada", "");

    private final SimulatedCrm sales = new SimulatedCrm(Habits.GOOD);
    private final SimulatedCrm marketing = new SimulatedCrm(Habits.GOOD);

    @Test
    void a_value_that_loses_against_what_was_agreed_before_is_in_a_decision_once() throws DeclarationInvalid {
        try (SimulatedHub hub =
                SimulatedHub.start(new TreeMap<>(Map.of("sales", sales, "marketing", marketing)), FIELDS)) {
            switchOn(hub);
            sales.edit("S1", company("Ulm"));
            marketing.edit("M1", company("Ulm"));
            hub.settle();

            marketing.edit("M1", Map.of("City", "Bonn"));
            hub.settle();

            assertEquals("Ulm", marketing.values("M1").get("City"));
            List<DecisionRow> decisions = decisions(hub);
            assertTrue(decisions.get(0).candidates().contains("Bonn"), decisions::toString);
            hub.settle();
            sales.edit("S1", Map.of("Name", "Alder AG"));
            hub.settle();
            assertEquals(decisions.size(), decisions(hub).size(), "it is written down once");
        }
    }

    private static Map<String, String> company(String city) {
        return Map.of("Name", "Alder GmbH", "Website", "alder-muster.de", "City", city);
    }

    private static List<DecisionRow> decisions(SimulatedHub hub) {
        UUID golden = hub.bean(Records.class)
                .find("sales", "company", "S1")
                .orElseThrow()
                .golden()
                .orElseThrow();
        return hub.bean(Decisions.class).history(golden, "city", 10);
    }

    private static void switchOn(SimulatedHub hub) throws DeclarationInvalid {
        long number = hub.bean(KeepRules.class).keep(SALES_WIN, ADMIN);
        long instead = hub.bean(Versions.class)
                .inForce(Subject.RULES)
                .map(InForce::number)
                .orElseThrow();
        assertTrue(hub.bean(SwitchRules.class).on(number, instead, ADMIN).isDone());
    }
}
