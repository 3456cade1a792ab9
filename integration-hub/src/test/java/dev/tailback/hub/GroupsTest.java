package dev.tailback.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.hub.connections.Connection;
import dev.tailback.hub.connections.Creates;
import dev.tailback.hub.connections.MappedObject;
import dev.tailback.hub.golden.ConsiderGolden;
import dev.tailback.hub.meeting.MeetRecord;
import dev.tailback.hub.simulation.CountedStatements;
import dev.tailback.hub.simulation.Habits;
import dev.tailback.hub.simulation.SimulatedCrm;
import dev.tailback.hub.simulation.SimulatedHub;
import dev.tailback.hub.writes.WriteCreations;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * However many records there are, PostgreSQL is asked as often as for few: only then are thousands a second possible.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GroupsTest {

    private static final Map<String, String> FIELDS = Map.of("name", "Name", "city", "City", "domain", "Website");
    private static final List<String> SYLLABLES = List.of("ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu");
    private static final int FEW = 3;
    private static final int MANY = 50;
    /** Of statements that are sent only where there is something for them. */
    private static final int SOME = 3;

    private final SimulatedCrm sales = new SimulatedCrm(Habits.GOOD);
    private final SimulatedCrm marketing = new SimulatedCrm(Habits.GOOD);
    private SimulatedHub hub;

    @BeforeAll
    void start() {
        hub = SimulatedHub.start(new TreeMap<>(Map.of("sales", sales, "marketing", marketing)), FIELDS);
        known(FEW);
    }

    @AfterAll
    void end() {
        hub.close();
    }

    @Test
    void fifty_golden_records_are_considered_with_as_many_statements_as_three() {
        List<String> few = considered(FEW);
        List<String> many = considered(MANY);

        assertTrue(many.size() <= few.size() + SOME, few.size() + " for three, but " + many);
    }

    @Test
    void fifty_records_are_met_with_as_many_statements_as_three() {
        List<String> few = met(FEW);
        List<String> many = met(MANY);

        assertTrue(many.size() <= few.size() + SOME, few.size() + " for three, but " + many);
    }

    @Test
    void a_page_of_fifty_records_is_written_down_with_as_many_statements_as_one_of_three() {
        List<String> few = written(FEW);
        List<String> many = written(MANY);

        assertTrue(many.size() <= few.size() + SOME, few.size() + " for three, but " + many);
    }

    @Test
    void fifty_records_are_sent_and_kept_as_accepted_with_as_many_statements_as_three() {
        List<String> few = sent(FEW);
        List<String> many = sent(MANY);

        assertTrue(many.size() <= few.size() + SOME, few.size() + " for three, but " + many);
    }

    @Test
    void fifty_customers_are_created_with_as_many_statements_as_three() {
        List<String> few = created(FEW);
        List<String> many = created(MANY);

        assertTrue(many.size() <= few.size() + SOME, few.size() + " for three, but " + many);
    }

    private List<String> created(int customers) {
        hub.forget();
        sales.clear();
        marketing.clear();
        for (int one = 0; one < customers; one++) {
            sales.edit("S" + one, company(one));
        }
        hub.settle();
        hub.execute("update golden set due_at = null");
        List<MappedObject> mapped = hub.connections()
                .filter(connection -> connection.crm().equals("marketing"))
                .flatMap(connection -> connection.objects().stream())
                .map(one -> one.creating(new Creates("Hub", Set.of("name"))))
                .toList();
        hub.execute("insert into creation (id, golden_id, crm, object, key_field, version, field_values, state, due_at)"
                + " select gen_random_uuid(), id, 'marketing', 'Company', 'Hub', 1, '{\"Name\": \"Made\"}', 'OPEN', now()"
                + " from golden");
        read("marketing");
        List<String> statements = counted(() -> hub.connections()
                .filter(connection -> connection.crm().equals("marketing"))
                .forEach(connection ->
                        assertEquals(customers, hub.bean(WriteCreations.class).next(connection, mapped.get(0)))));
        assertEquals(customers, marketing.ids().size());
        return statements;
    }

    /** Those of one CRM, when those of the other one are known. */
    private List<String> met(int customers) {
        told(customers);
        read("sales");
        hub.meetAll();
        read("marketing");
        return counted(() -> hub.bean(MeetRecord.class).next());
    }

    private List<String> written(int customers) {
        told(customers);
        return counted(() -> read("sales"));
    }

    private List<String> considered(int customers) {
        moved(customers);
        return counted(() -> hub.bean(ConsiderGolden.class).next());
    }

    private List<String> sent(int customers) {
        moved(customers);
        hub.consider();
        List<String> statements = counted(() -> objects("marketing", hub::write));
        assertEquals("Ulm 0", marketing.values("M0").get("City"));
        return statements;
    }

    /** So many customers are known, and live in other cities, as one CRM has told. */
    private void moved(int customers) {
        known(customers);
        for (int one = 0; one < customers; one++) {
            sales.edit("S" + one, Map.of("City", "Ulm " + one));
        }
        read("sales");
    }

    /** So many customers in both CRMs, and nothing is left to do. */
    private void known(int customers) {
        told(customers);
        hub.settle();
    }

    private void told(int customers) {
        hub.forget();
        sales.clear();
        marketing.clear();
        for (int one = 0; one < customers; one++) {
            sales.edit("S" + one, company(one));
            marketing.edit("M" + one, company(one));
        }
    }

    private void read(String crm) {
        objects(crm, hub::read);
    }

    private void objects(String crm, BiConsumer<Connection, MappedObject> step) {
        hub.connections()
                .filter(connection -> connection.crm().equals(crm))
                .forEach(connection -> connection.objects().forEach(mapped -> step.accept(connection, mapped)));
    }

    private static List<String> counted(Runnable step) {
        try (CountedStatements counted = new CountedStatements()) {
            step.run();
            return counted.all();
        }
    }

    private static Map<String, String> company(int one) {
        String word = syllable(one) + syllable(one / 10 + one * 3) + syllable(one * 7 + 2);
        return Map.of("Name", word + " AG", "City", "Hof", "Website", word + one + ".de");
    }

    private static String syllable(int one) {
        return SYLLABLES.get(one % SYLLABLES.size());
    }
}
