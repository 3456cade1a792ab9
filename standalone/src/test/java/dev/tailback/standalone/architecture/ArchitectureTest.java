package dev.tailback.standalone.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.standalone.architecture.Arrows.Use;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The arrows of the design hold in the compiled classes; each guard is shown failing before it counts. */
class ArchitectureTest {
    private static final String CONNECTOR_OF_TABLES = "dev.tailback.crm.table.";

    private static Modules modules;

    @BeforeAll
    static void read_all_classes() {
        modules = new Modules();
    }

    @Test
    void modules_use_only_what_the_design_allows() {
        assertEquals(List.of(), Arrows.OF_THE_DESIGN.violatedBy(modules.uses()));
    }

    @Test
    void an_arrow_that_is_not_allowed_is_found_in_the_real_classes() {
        Map<String, Set<String>> withoutOne = new HashMap<>(Arrows.OF_THE_DESIGN.allowed());
        withoutOne.put(
                "sync-worker",
                Set.of("program", "tracing", "field-mapping", "salesforce-client", "usage-record", "http-edge"));

        List<String> violations = new Arrows(withoutOne).violatedBy(modules.uses());

        assertFalse(violations.isEmpty());
        assertTrue(violations.stream().allMatch(sentence -> sentence.startsWith("sync-worker uses entry-queue")));
    }

    @Test
    void the_service_app_using_the_worker_is_found() {
        Use forbidden = new Use("service-app", "sync-worker", "dev.tailback.app.ads.Bad", "dev.tailback.worker.Drain");

        assertEquals(List.of(forbidden.toString()), Arrows.OF_THE_DESIGN.violatedBy(List.of(forbidden)));
    }

    @Test
    void the_page_for_people_shows_the_same_arrows() throws IOException {
        assertEquals(Arrows.OF_THE_DESIGN.allowed(), DrawnArrows.in(page()));
    }

    @Test
    void a_page_that_shows_another_arrow_is_found() throws IOException {
        String changed = page().replace("| `entry-queue` | nothing |", "| `entry-queue` | `service-app` |");

        assertNotEquals(Arrows.OF_THE_DESIGN.allowed(), DrawnArrows.in(changed));
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("..", "docs", "architecture.md"));
    }

    @Test
    void only_the_usage_queue_speaks_to_redis() {
        // The benchmarks measure the queue beside plain uses of Redis.
        List<String> users = modules.usersOf("io.lettuce", "entry-queue").stream()
                .filter(user -> !user.startsWith("dev.tailback.verification.benchmarks."))
                .toList();
        assertEquals(List.of(), users);
        assertFalse(
                modules.usersOf("io.lettuce", "no module at all").isEmpty(), "the guard must see the queue's own use");
    }

    @Test
    void the_rooms_of_the_usage_queue_are_its_own() {
        assertEquals(List.of(), modules.usersOf("dev.tailback.queue.", "entry-queue"));
        assertTrue(
                modules.usersOf("dev.tailback.queue.", "no module at all").contains("dev.tailback.queue.EntryQueue"),
                "the guard must see a class that uses a room");
    }

    @Test
    void the_inner_rooms_of_the_salesforce_client_are_its_own() {
        for (String room : List.of("text", "http", "query")) {
            String inner = "dev.tailback.salesforce." + room;
            // The connectors meet the same wire, with objects that are not ours.
            List<String> users = modules.usersOf(inner, "salesforce-client").stream()
                    .filter(user -> !user.startsWith("dev.tailback.crm."))
                    .toList();
            assertEquals(List.of(), users, room);
            assertFalse(
                    modules.usersOf(inner, "no module at all").isEmpty(), "the guard must see the client's own use");
        }
    }

    @Test
    void the_programs_know_no_name_of_the_shipped_mapping_by_itself() {
        // What proves plays sales and finance on Tailback's own objects.
        List<String> users = modules.usersOf("dev.tailback.mapping.shipped", "field-mapping").stream()
                .filter(user -> !user.startsWith("dev.tailback.verification."))
                .toList();
        assertEquals(List.of(), users);
        assertFalse(
                modules.usersOf("dev.tailback.mapping.shipped", "no module at all")
                        .isEmpty(),
                "the guard must see those who play sales");
    }

    @Test
    void only_programs_with_tables_of_their_own_speak_to_postgresql() {
        // web-base waits for PostgreSQL and bounds each use of it, and knows no table; local-services starts it and
        // creates databases in it, and knows no table of ours; the story
        // of the hub plays people of a shop that keeps its customers in tables; the benchmarks fill
        // the ledger.
        List<String> users = modules.usersOf("java.sql", "service-app").stream()
                .filter(user -> !user.startsWith("dev.tailback.hub."))
                .filter(user -> !user.startsWith("dev.tailback.web."))
                .filter(user -> !user.startsWith(CONNECTOR_OF_TABLES))
                .filter(user -> !user.startsWith("dev.tailback.localservices."))
                .filter(user -> !user.startsWith("dev.tailback.verification.benchmarks."))
                .filter(user -> !user.startsWith("dev.tailback.verification.customers."))
                .filter(user -> !user.startsWith("dev.tailback.verification.hubstory."))
                .toList();
        assertEquals(List.of(), users);
        assertFalse(modules.usersOf("java.sql", "no module at all").isEmpty(), "the guard must see the app's own use");
        assertTrue(
                modules.usersOf("java.sql", "service-app").contains(CONNECTOR_OF_TABLES + "TableConnections"),
                "the guard must see the connector, which it lets pass in its own package only");
    }
}
