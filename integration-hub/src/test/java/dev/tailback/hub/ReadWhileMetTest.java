package dev.tailback.hub;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tailback.hub.connections.Connection;
import dev.tailback.hub.database.Transactions;
import dev.tailback.hub.golden.Goldens;
import dev.tailback.hub.records.KnownRecord;
import dev.tailback.hub.records.Records;
import dev.tailback.hub.simulation.Habits;
import dev.tailback.hub.simulation.SimulatedCrm;
import dev.tailback.hub.simulation.SimulatedHub;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/** A page is read while one of its records is being met: the reader has one thing and wants another, and so has who meets. */
class ReadWhileMetTest {

    private static final Map<String, String> FIELDS = Map.of("name", "Name", "city", "City", "domain", "Website");
    private static final String WAITING = "select count(*) from pg_stat_activity "
            + "where datname = current_database() and wait_event_type = 'Lock'";
    private static final String UNUSED = "select count(*) from observation where absorbed_at is null";

    private final SimulatedCrm sales = new SimulatedCrm(Habits.GOOD);
    private final SimulatedCrm marketing = new SimulatedCrm(Habits.GOOD);

    @Test
    void they_do_not_wait_in_a_circle_and_what_was_read_meanwhile_is_used()
            throws InterruptedException, ExecutionException {
        try (SimulatedHub hub =
                SimulatedHub.start(new TreeMap<>(Map.of("sales", sales, "marketing", marketing)), FIELDS)) {
            sales.edit("S1", Map.of("Name", "Nord AG", "City", "Ulm", "Website", "nord-ag.de"));
            marketing.edit("M1", Map.of("Name", "Nord AG", "City", "Ulm", "Website", "nord-ag.de"));
            hub.settle();
            UUID golden = golden(hub);
            UUID other = hub.bean(Transactions.class)
                    .write(() -> hub.bean(Goldens.class).create("company"));
            hub.consider();
            marketing.edit("M2", Map.of("Name", "Nord AG", "City", "Ulm", "Website", "nord-ag.de"));
            read(hub);
            marketing.edit("M1", Map.of("City", "Hof"));
            marketing.edit("M2", Map.of("City", "Bonn"));

            CompletableFuture<Void> reader = hub.bean(Transactions.class).write(() -> {
                KnownRecord unmatched = hub.bean(Records.class).lockUnmatched().orElseThrow();
                CompletableFuture<Void> reading = CompletableFuture.runAsync(() -> read(hub));
                await().until(() -> hub.number(WAITING) == 1);
                hub.bean(Goldens.class).lock(golden);
                hub.bean(Records.class).standsFor(unmatched, other, "the test says so");
                return reading;
            });
            reader.get();
            hub.consider();

            assertEquals(0, hub.number(UNUSED));
        }
    }

    private static UUID golden(SimulatedHub hub) {
        return hub.bean(Records.class)
                .find("sales", "company", "S1")
                .flatMap(KnownRecord::golden)
                .orElseThrow();
    }

    private static void read(SimulatedHub hub) {
        Connection marketing = hub.connections()
                .filter(connection -> connection.crm().equals("marketing"))
                .findFirst()
                .orElseThrow();
        hub.read(marketing, marketing.objects().get(0));
    }
}
