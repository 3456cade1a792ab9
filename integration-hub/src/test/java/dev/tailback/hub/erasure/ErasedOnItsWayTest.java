package dev.tailback.hub.erasure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.hub.connections.Connection;
import dev.tailback.hub.connections.Creates;
import dev.tailback.hub.connections.MappedObject;
import dev.tailback.hub.records.KnownRecord;
import dev.tailback.hub.records.Records;
import dev.tailback.hub.simulation.Habits;
import dev.tailback.hub.simulation.Interrupted;
import dev.tailback.hub.simulation.SimulatedCrm;
import dev.tailback.hub.simulation.SimulatedHub;
import dev.tailback.hub.stewards.Said;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A person is erased while a CRM creates a record of them. */
class ErasedOnItsWayTest {

    private static final MappedObject CONTACT =
            new MappedObject("person", "Contact", Map.of("firstName", "First", "lastName", "Last", "email", "Email"));
    private static final Said OFFICER = new Said("olga", "Asked for by letter.");

    private final SimulatedCrm sales = new SimulatedCrm(Habits.GOOD);
    private final SimulatedCrm marketing = new SimulatedCrm(Habits.GOOD);
    private Runnable after = () -> {};
    private final SimulatedHub hub = SimulatedHub.start(List.of(
            new Connection("sales", sales, List.of(CONTACT)),
            new Connection(
                    "marketing",
                    Interrupted.at(marketing, (object, writes, crm) -> {
                        var answer = crm.write(object, writes);
                        after.run();
                        return answer;
                    }),
                    List.of(CONTACT.creating(new Creates("HubKey", Set.of("lastName")))))));

    private static final class Died extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @AfterEach
    void end() {
        hub.close();
    }

    @Test
    void the_record_is_known_as_erased_and_nothing_of_it_is_kept() {
        after = this::erase;
        typed();

        hub.settle();

        isErased(marketing.ids().get(0));
    }

    @Test
    void a_record_whose_hub_died_is_erased_as_soon_as_the_crm_tells_of_it() {
        after = () -> {
            throw new Died();
        };
        typed();
        assertThrows(Died.class, hub::settle);
        erase();

        hub.settle();

        isErased(marketing.ids().get(0));
    }

    @Test
    void an_erased_person_is_created_nowhere() {
        after = () -> {
            throw new AssertionError("nothing is to be written");
        };
        typed();
        hub.read(
                hub.connections()
                        .filter(one -> one.crm().equals("sales"))
                        .findFirst()
                        .orElseThrow(),
                CONTACT);
        hub.meetAll();
        hub.consider();
        erase();

        hub.settle();

        assertEquals(List.of(), marketing.ids());
    }

    private void typed() {
        sales.edit("S1", Map.of("First", "Quixotina", "Last", "Zarathustra", "Email", "q@xmark-mail.de"));
    }

    private void erase() {
        after = () -> {};
        hub.bean(ErasePerson.class).erase(found("sales", "S1").golden().orElseThrow(), OFFICER);
    }

    private void isErased(String made) {
        UUID person = found("sales", "S1").golden().orElseThrow();
        assertTrue(found("marketing", made).isErased());
        assertEquals(person, found("marketing", made).golden().orElseThrow());
        for (String rows : List.of(
                "observation where field_values <> '{}'",
                "fact",
                "held_value",
                "match_key",
                "record_words",
                "creation where field_values <> '{}' or sent <> '[]'")) {
            assertEquals(0, hub.number("select count(*) from " + rows), rows);
        }
        assertEquals(1, hub.number("select count(*) from golden"));
    }

    private KnownRecord found(String crm, String id) {
        return hub.bean(Records.class).find(crm, "person", id).orElseThrow();
    }
}
