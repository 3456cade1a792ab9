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
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A CRM that is away, one that refuses, and a record that is gone are three things; an outage is nobody's failure. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutageTest {

    private static final Map<String, String> FIELDS = Map.of("name", "Name", "domain", "Website", "city", "City");
    private static final String ATTEMPTS = "select attempts from intent where state = '%s'";
    private static final String OUTCOMES = "select kind from outcome order by id";

    private final SimulatedCrm sales = new SimulatedCrm(Habits.GOOD);
    private final SimulatedCrm marketing = new SimulatedCrm(Habits.GOOD);
    private Optional<Answer<List<Written>>> instead = Optional.empty();
    private SimulatedHub hub;

    @BeforeAll
    void start() {
        List<MappedObject> companies = List.of(new MappedObject("company", "Company", FIELDS));
        hub = SimulatedHub.start(List.of(
                new Connection("sales", sales, companies),
                new Connection("marketing", Interrupted.at(marketing, this::write), companies)));
    }

    @AfterAll
    void end() {
        hub.close();
    }

    @BeforeEach
    void bothHoldTheSame() {
        instead = Optional.empty();
        hub.forget();
        sales.clear();
        marketing.clear();
        sales.edit("S1", Map.of("Name", "Alder AG", "Website", "alder.de", "City", "Ulm"));
        marketing.edit("M1", Map.of("Name", "Alder AG", "Website", "alder.de", "City", "Ulm"));
        hub.settle();
    }

    @Test
    void an_outage_counts_no_attempt_and_what_waited_arrives() {
        instead = Optional.of(new Answer.Unavailable<>("DOWN", "It is down.", Optional.empty()));
        moves();

        assertEquals(List.of("0"), hub.column(ATTEMPTS.formatted("OPEN")));
        assertEquals(List.of(), hub.column(OUTCOMES), "nothing was written, and nothing was refused");
        instead = Optional.empty();
        hub.settle();
        assertEquals("Bonn", marketing.values("M1").get("City"));
        assertEquals(List.of("ACCEPTED"), hub.column(OUTCOMES));
    }

    @Test
    void a_refusal_is_counted_once_and_waits_for_a_person() {
        instead = Optional.of(new Answer.Given<>(
                List.of(new Written.Refused("TOO_LONG", "It is too long.", Optional.of("City"), false))));
        moves();

        assertEquals(List.of("1"), hub.column(ATTEMPTS.formatted("REFUSED")));
        assertEquals(List.of("REFUSED"), hub.column(OUTCOMES));
    }

    @Test
    void a_record_that_is_gone_is_written_no_more_and_takes_nothing_away() {
        instead = Optional.of(new Answer.Given<>(List.of(new Written.Gone())));
        moves();

        assertEquals(List.of("GONE"), hub.column(OUTCOMES));
        assertEquals(List.of("GONE"), hub.column("select standing from source_record where crm = 'marketing'"));
        assertEquals("Bonn", sales.values("S1").get("City"));
    }

    /** A person changes a city, and the hub tries several times to write it. */
    private void moves() {
        sales.edit("S1", Map.of("City", "Bonn"));
        for (int round = 0; round < 5; round++) {
            hub.hurry();
            hub.round();
        }
    }

    private Answer<List<Written>> write(String object, List<Write> writes, Connector crm) {
        return instead.orElseGet(() -> crm.write(object, writes));
    }
}
