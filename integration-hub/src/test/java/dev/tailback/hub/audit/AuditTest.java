package dev.tailback.hub.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tailback.hub.connections.Connection;
import dev.tailback.hub.database.Transactions;
import dev.tailback.hub.simulation.SimulatedHub;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditTest {

    private static final UUID ONE = new UUID(1, 1);
    private static final UUID OTHER = new UUID(2, 2);

    private SimulatedHub hub;
    private Audit audit;

    @BeforeAll
    void start() {
        hub = SimulatedHub.start(List.<Connection>of());
        audit = hub.bean(Audit.class);
    }

    @AfterAll
    void end() {
        hub.close();
    }

    @BeforeEach
    void acts() {
        hub.forget();
        audit.keep(Act.about(Deed.PAUSED, "sales", "otto", "It is moved."));
        audit.keep(new Act(Deed.JUDGED_SAME, "question 7", Set.of(ONE, OTHER), "sam", ""));
        audit.keep(Act.aboutGolden(Deed.VALUE_LOCKED, ONE, "sam", "She said so."));
        audit.keep(Act.about(Deed.RESUMED, "sales", "otto", ""));
    }

    @Test
    void the_newest_act_comes_first_and_pages_follow_each_other() {
        List<KeptAct> first = audit.read(Asked.ALL, Long.MAX_VALUE, 3);
        List<KeptAct> second = audit.read(Asked.ALL, first.get(2).id(), 3);

        assertEquals(List.of(Deed.RESUMED, Deed.VALUE_LOCKED, Deed.JUDGED_SAME), deeds(first));
        assertEquals(List.of(Deed.PAUSED), deeds(second));
        assertEquals("It is moved.", second.get(0).note());
    }

    @Test
    void acts_are_found_by_person_kind_and_golden_record() {
        assertEquals(
                List.of(Deed.RESUMED, Deed.PAUSED),
                deeds(read(Optional.of("otto"), Optional.empty(), Optional.empty())));
        assertEquals(List.of(Deed.PAUSED), deeds(read(Optional.empty(), Optional.of(Deed.PAUSED), Optional.empty())));
        assertEquals(List.of(Deed.JUDGED_SAME), deeds(read(Optional.empty(), Optional.empty(), Optional.of(OTHER))));
        assertEquals(
                List.of(Deed.VALUE_LOCKED),
                deeds(read(Optional.of("sam"), Optional.of(Deed.VALUE_LOCKED), Optional.of(ONE))));
    }

    @Test
    void what_did_not_happen_is_not_in_the_list() {
        assertThrows(
                IllegalStateException.class,
                () -> hub.bean(Transactions.class).write(() -> {
                    audit.keep(Act.about(Deed.PAUSED, "marketing", "otto", ""));
                    throw new IllegalStateException("it failed after all");
                }));

        assertEquals(4, audit.read(Asked.ALL, Long.MAX_VALUE, 10).size());
    }

    private List<KeptAct> read(Optional<String> who, Optional<Deed> what, Optional<UUID> golden) {
        return audit.read(new Asked(who, what, golden), Long.MAX_VALUE, 10);
    }

    private static List<Deed> deeds(List<KeptAct> acts) {
        return acts.stream().map(KeptAct::what).toList();
    }
}
