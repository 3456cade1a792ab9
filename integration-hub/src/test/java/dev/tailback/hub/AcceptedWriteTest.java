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
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A CRM has taken what it was given: the golden record is considered again only where that can find something. */
class AcceptedWriteTest {

    private static final MappedObject COMPANY =
            new MappedObject("company", "Company", Map.of("name", "Name", "domain", "Website", "city", "City"));
    private static final String DUE = "select count(*) from golden where due_at is not null";

    private final SimulatedCrm sales = new SimulatedCrm(Habits.GOOD);
    private final SimulatedCrm support = new SimulatedCrm(Habits.GOOD);
    private final Connection toSales = new Connection("sales", sales, List.of(COMPANY));
    private final Connection toSupport =
            new Connection("support", Interrupted.at(support, this::write), List.of(COMPANY));
    private Runnable meanwhile = () -> {};
    private SimulatedHub hub;

    @BeforeEach
    void both_hold_the_same() {
        hub = SimulatedHub.start(List.of(toSales, toSupport));
        sales.edit("S1", Map.of("Name", "Meyer Logistik", "Website", "meyer.de", "City", "Köln"));
        support.edit("T1", Map.of("Name", "Meyer Logistik", "Website", "meyer.de", "City", "Köln"));
        hub.settle();
    }

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void where_the_record_holds_what_was_planned_nothing_is_left_to_consider() {
        write(() -> {});

        assertEquals("Bremen", support.values("T1").get("City"));
        assertEquals(0, hub.number(DUE));
    }

    @Test
    void what_the_crm_told_while_it_was_written_is_considered() {
        write(() -> {
            support.edit("T1", Map.of("Name", "Meyer KG"));
            hub.read(toSupport, COMPANY);
            hub.consider();
        });

        assertEquals(1, hub.number(DUE));
        hub.settle();
        assertEquals("Meyer KG", sales.values("S1").get("Name"));
    }

    @Test
    void where_something_else_was_agreed_while_it_was_written_it_is_written_again() {
        write(() -> {
            sales.edit("S1", Map.of("City", "Köln"));
            hub.read(toSales, COMPANY);
            hub.consider();
        });

        assertEquals(1, hub.number(DUE));
        hub.settle();
        assertEquals("Köln", support.values("T1").get("City"));
    }

    /** Another city, with something that happens while the answer is on its way. */
    private void write(Runnable happens) {
        sales.edit("S1", Map.of("City", "Bremen"));
        hub.read(toSales, COMPANY);
        hub.consider();
        meanwhile = happens;
        hub.write(toSupport, COMPANY);
        meanwhile = () -> {};
    }

    private Answer<List<Written>> write(String object, List<Write> writes, Connector crm) {
        Answer<List<Written>> answer = crm.write(object, writes);
        meanwhile.run();
        return answer;
    }
}
