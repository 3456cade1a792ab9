package dev.tailback.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tailback.hub.simulation.Habits;
import dev.tailback.hub.simulation.SimulatedCrm;
import dev.tailback.hub.simulation.SimulatedHub;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who typed over a value knew it, so theirs is the later one, though the clock of their CRM is behind. */
class SlowClockTest {

    private static final Map<String, String> FIELDS = Map.of("name", "Name", "city", "City", "domain", "Website");

    private final SimulatedCrm sales = new SimulatedCrm(Habits.GOOD);
    private final SimulatedCrm marketing = new SimulatedCrm(Habits.GOOD.skewed(Duration.ofSeconds(-25)));
    private SimulatedHub hub;

    @BeforeEach
    void both_hold_the_same() {
        hub = SimulatedHub.start(new TreeMap<>(Map.of("sales", sales, "marketing", marketing)), FIELDS);
        sales.edit("S1", Map.of("Name", "Meyer Logistik", "Website", "meyer.de", "City", "Hof"));
        marketing.edit("M1", Map.of("Name", "Meyer Logistik", "Website", "meyer.de", "City", "Hof"));
        hub.settle();
    }

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void who_types_over_what_the_hub_has_written_wins() {
        sales.edit("S1", Map.of("City", "Ulm"));
        hub.settle();
        assertEquals("Ulm", marketing.values("M1").get("City"));

        marketing.edit("M1", Map.of("City", "Bonn"));
        hub.settle();

        assertEquals("Bonn", sales.values("S1").get("City"));
    }

    @Test
    void and_so_does_who_types_over_that() {
        sales.edit("S1", Map.of("City", "Ulm"));
        hub.settle();
        marketing.edit("M1", Map.of("City", "Bonn"));
        hub.settle();

        marketing.edit("M1", Map.of("City", "Kiel"));
        hub.settle();

        assertEquals("Kiel", sales.values("S1").get("City"));
    }
}
