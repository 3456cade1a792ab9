package dev.tailback.hub.observations;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tailback.hub.connections.Connection;
import dev.tailback.hub.connections.MappedObject;
import dev.tailback.hub.records.KnownRecord;
import dev.tailback.hub.records.Records;
import dev.tailback.hub.simulation.Habits;
import dev.tailback.hub.simulation.SimulatedCrm;
import dev.tailback.hub.simulation.SimulatedHub;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A record is to be read alone while its CRM is away and somebody considers its golden record. */
class ReadAgainTest {

    private static final Map<String, String> FIELDS = Map.of("name", "Name", "domain", "Website");

    private final SimulatedCrm sales = new SimulatedCrm(Habits.GOOD);

    @Test
    void a_record_that_could_not_be_read_is_given_back_without_waiting_for_its_golden_record() throws Exception {
        try (SimulatedHub hub = SimulatedHub.start(Map.of("sales", sales), FIELDS)) {
            sales.edit("S1", Map.of("Name", "Nord AG", "Website", "nord-ag.de"));
            hub.settle();
            sales.faults(new SimulatedCrm.Faults(new Random(1), 1));
            hub.execute("begin", "select id from golden for update");

            CompletableFuture.runAsync(() -> read(hub)).get(1, TimeUnit.MINUTES);

            hub.execute("rollback");
            assertEquals(0, hub.number("select count(*) from source_record where busy_until is not null"));
            assertEquals(1, hub.number("select count(*) from source_record where reread"));
        }
    }

    private static void read(SimulatedHub hub) {
        Connection crm = hub.connections().findFirst().orElseThrow();
        MappedObject mapped = crm.objects().get(0);
        KnownRecord record =
                hub.bean(Records.class).find("sales", "company", "S1").orElseThrow();
        hub.bean(ReadAgain.class).read(crm, mapped, record);
    }
}
