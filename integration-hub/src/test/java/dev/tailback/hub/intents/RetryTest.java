package dev.tailback.hub.intents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.crm.Answer;
import dev.tailback.crm.Connector;
import dev.tailback.crm.Write;
import dev.tailback.crm.Written;
import dev.tailback.hub.audit.Asked;
import dev.tailback.hub.audit.Audit;
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

/** A CRM refuses, a person mends the cause, and what was refused is tried again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RetryTest {

    private static final Map<String, String> FIELDS = Map.of("name", "Name", "domain", "Website", "city", "City");

    private final SimulatedCrm sales = new SimulatedCrm(Habits.GOOD);
    private final SimulatedCrm marketing = new SimulatedCrm(Habits.GOOD);
    private boolean isRefused;
    private SimulatedHub hub;
    private RefusedIntents refused;
    private RetryRefused retry;

    @BeforeAll
    void start() {
        List<MappedObject> companies = List.of(new MappedObject("company", "Company", FIELDS));
        hub = SimulatedHub.start(List.of(
                new Connection("sales", sales, companies),
                new Connection("marketing", Interrupted.at(marketing, this::write), companies)));
        refused = hub.bean(RefusedIntents.class);
        retry = hub.bean(RetryRefused.class);
    }

    @AfterAll
    void end() {
        hub.close();
    }

    @BeforeEach
    void threeAreRefused() {
        hub.forget();
        sales.clear();
        marketing.clear();
        isRefused = true;
        for (String name : List.of("Brandt", "Meyer", "Schulze")) {
            sales.edit(name, Map.of("Name", name, "Website", name + ".de", "City", "Bremen"));
            marketing.edit(name, Map.of("Name", name, "Website", name + ".de", "City", ""));
        }
        hub.settle();
    }

    @Test
    void what_was_refused_is_counted_by_crm_and_code_with_samples() {
        assertEquals(List.of(new RefusedGroup("marketing", "FIELD_TOO_LONG", 3)), refused.groups());

        List<RefusedIntent> first = refused.of("marketing", "FIELD_TOO_LONG", Optional.empty(), 2);
        List<RefusedIntent> second = refused.of(
                "marketing", "FIELD_TOO_LONG", Optional.of(first.get(1).id()), 2);
        assertEquals(2, first.size());
        assertEquals(1, second.size());
        assertEquals("It is too long.", second.get(0).reason());
    }

    @Test
    void one_is_tried_again_and_the_others_wait() {
        isRefused = false;
        RefusedIntent one =
                refused.of("marketing", "FIELD_TOO_LONG", Optional.empty(), 1).get(0);

        assertTrue(retry.one(one.id(), "otto", "The field is longer now."));
        hub.settle();

        assertEquals("Bremen", marketing.values(one.recordId()).get("City"));
        assertEquals(2, refused.groups().get(0).records());
        assertFalse(retry.one(one.id(), "otto", ""), "it is not refused any more");
    }

    @Test
    void all_of_one_cause_are_tried_again_and_what_a_person_typed_meanwhile_stays() {
        isRefused = false;
        marketing.edit("Meyer", Map.of("City", "Hamburg"));

        assertEquals(3, retry.all("marketing", "FIELD_TOO_LONG", "otto", "The field is longer now."));
        hub.settle();

        assertEquals(List.of(), refused.groups());
        assertEquals("Bremen", marketing.values("Brandt").get("City"));
        assertEquals("Hamburg", marketing.values("Meyer").get("City"));
        assertEquals("Hamburg", sales.values("Meyer").get("City"));
        assertEquals(0, marketing.overwritten());
        assertEquals(
                "marketing FIELD_TOO_LONG: 3 records",
                hub.bean(Audit.class).read(Asked.ALL, Long.MAX_VALUE, 1).get(0).about());
    }

    @Test
    void what_is_refused_again_waits_again() {
        assertEquals(3, retry.all("marketing", "FIELD_TOO_LONG", "otto", ""));
        hub.settle();

        assertEquals(3, refused.groups().get(0).records());
        assertEquals(0, hub.bean(Intents.class).open());
    }

    private Answer<List<Written>> write(String object, List<Write> writes, Connector crm) {
        return isRefused
                ? new Answer.Given<>(writes.stream()
                        .<Written>map(write ->
                                new Written.Refused("FIELD_TOO_LONG", "It is too long.", Optional.of("City"), false))
                        .toList())
                : crm.write(object, writes);
    }
}
