package dev.tailback.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tailback.hub.meeting.MeetRecord;
import dev.tailback.hub.simulation.Habits;
import dev.tailback.hub.simulation.SimulatedCrm;
import dev.tailback.hub.simulation.SimulatedHub;
import dev.tailback.hub.writes.WriteIntents;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A person types between our reading and our writing. */
class CompareBeforeWriteTest {

    private static final Map<String, String> FIELDS = Map.of("name", "Name", "city", "City", "domain", "Website");

    @Test
    void what_a_person_typed_in_between_is_found_and_decided() {
        try (Line line = new Line(Habits.GOOD)) {
            line.typesBetween();

            assertEquals(0, line.marketing.overwritten());
            assertEquals("Kiel", line.marketing.values("M1").get("City"), "the latest change wins");
            assertEquals("Kiel", line.sales.values("S1").get("City"));
        }
    }

    @Test
    void without_the_comparison_it_would_be_lost_without_a_trace() {
        try (Line line = new Line(Habits.GOOD.blind())) {
            line.typesBetween();

            assertEquals(1, line.marketing.overwritten());
            assertEquals("Bonn", line.marketing.values("M1").get("City"));
        }
    }

    private static final class Line implements AutoCloseable {

        private final SimulatedCrm sales = new SimulatedCrm(Habits.GOOD);
        private final SimulatedCrm marketing;
        private final SimulatedHub hub;

        Line(Habits habits) {
            marketing = new SimulatedCrm(habits);
            hub = SimulatedHub.start(new TreeMap<>(Map.of("sales", sales, "marketing", marketing)), FIELDS);
        }

        void typesBetween() {
            sales.edit("S1", Map.of("Name", "Nord AG", "City", "Ulm", "Website", "nord-ag.de"));
            marketing.edit("M1", Map.of("Name", "Nord AG", "City", "Ulm", "Website", "nord-ag.de"));
            settle();
            sales.edit("S1", Map.of("City", "Bonn"));
            read("sales");
            hub.consider();
            marketing.edit("M1", Map.of("City", "Kiel"));
            hub.connections()
                    .filter(connection -> connection.crm().equals("marketing"))
                    .forEach(connection -> hub.bean(WriteIntents.class)
                            .next(connection, connection.objects().get(0)));
            settle();
        }

        private void read(String crm) {
            hub.connections()
                    .filter(connection -> connection.crm().equals(crm))
                    .forEach(connection ->
                            hub.read(connection, connection.objects().get(0)));
        }

        private void settle() {
            hub.hurry();
            while (hub.round() | hub.bean(MeetRecord.class).next()) {
                hub.hurry();
            }
        }

        @Override
        public void close() {
            hub.close();
        }
    }
}
