package dev.tailback.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tailback.crm.Answer;
import dev.tailback.crm.Connector;
import dev.tailback.crm.Write;
import dev.tailback.crm.Written;
import dev.tailback.hub.connections.Connection;
import dev.tailback.hub.connections.MappedObject;
import dev.tailback.hub.simulation.Habits;
import dev.tailback.hub.simulation.Interrupted;
import dev.tailback.hub.simulation.SimulatedCrm;
import dev.tailback.hub.simulation.SimulatedHub;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The answer to a write is lost, the next attempt is refused, and then it shows that the first one was stored. */
class LostThenRefusedTest {

    private static final Map<String, String> FIELDS = Map.of("name", "Name", "domain", "Website", "city", "City");

    private final SimulatedCrm sales = new SimulatedCrm(Habits.GOOD);
    private final SimulatedCrm capitals = new SimulatedCrm(Habits.GOOD.inForm(value -> value.toUpperCase(Locale.ROOT)));
    private int attempts;

    @Test
    void a_value_of_ours_in_the_crms_form_is_not_taken_for_a_persons() {
        List<MappedObject> companies = List.of(new MappedObject("company", "Company", FIELDS));
        Connector interrupted = Interrupted.at(capitals, this::write);
        try (SimulatedHub hub = SimulatedHub.start(List.of(
                new Connection("sales", sales, companies), new Connection("capitals", interrupted, companies)))) {
            sales.edit("S1", Map.of("Name", "Meyer Logistik", "Website", "meyer.de", "City", ""));
            capitals.edit("C1", Map.of("Name", "Meyer Logistik", "Website", "meyer.de", "City", ""));
            hub.settle();

            attempts = 0;
            sales.edit("S1", Map.of("City", "Bremen"));
            hub.settle();

            assertEquals("BREMEN", capitals.values("C1").get("City"));
            assertEquals("Bremen", sales.values("S1").get("City"));
        }
    }

    private Answer<List<Written>> write(String object, List<Write> writes, Connector crm) {
        attempts++;
        if (attempts == 1) {
            crm.write(object, writes);
            return new Answer.Given<>(List.of(new Written.Unknown("The connection broke.")));
        }
        if (attempts == 2) {
            return new Answer.Given<>(
                    List.of(new Written.Refused("ROW_LOCKED", "Somebody else has it.", Optional.empty(), true)));
        }
        return crm.write(object, writes);
    }
}
