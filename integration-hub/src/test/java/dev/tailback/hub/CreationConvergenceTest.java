package dev.tailback.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.crm.Answer;
import dev.tailback.crm.Connector;
import dev.tailback.crm.Write;
import dev.tailback.crm.Written;
import dev.tailback.hub.connections.Connection;
import dev.tailback.hub.connections.Creates;
import dev.tailback.hub.connections.MappedObject;
import dev.tailback.hub.simulation.Habits;
import dev.tailback.hub.simulation.Interrupted;
import dev.tailback.hub.simulation.SimulatedCrm;
import dev.tailback.hub.simulation.SimulatedHub;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * People type customers into one CRM each and edit them everywhere, while calls fail, answers are lost, and hubs die before
 * and after they have written. When people stop, each CRM has each customer once.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CreationConvergenceTest {

    /** {@code -Dtailback.seeds=10000} tries more; each seed is a story of its own. */
    private static final int SEEDS = Integer.getInteger("tailback.seeds", 12);

    private static final long FIRST_SEED = Long.getLong("tailback.seed", 1);

    /** They have nothing in common, so that nobody must ask a steward. */
    private static final List<Map<String, String>> PEOPLE_TYPE = List.of(
            customer("Meyer Logistik GmbH", "Hamburg", "+494012345678", "meyer-logistik.de"),
            customer("Bäckerei Schulze", "Leipzig", "+493419876543", "schulze-brot.de"),
            customer("Zimmerei Nowak", "Dresden", "+493514455667", "holzbau-nowak.com"),
            customer("Quantum Optics Ltd", "Bremen", "+494219988776", "qoptics.eu"));

    private static final int CUSTOMERS = PEOPLE_TYPE.size();
    private static final int STEPS = 50;

    private static final MappedObject CREATING = new MappedObject(
                    "company", "Company", Map.of("name", "Name", "city", "City", "phone", "Phone", "domain", "Website"))
            .creating(new Creates("HubKey", Set.of("name", "domain")));

    private final Map<String, SimulatedCrm> crms = new TreeMap<>(Map.of(
            "sales", new SimulatedCrm(Habits.GOOD.writing(2)),
            "marketing",
                    new SimulatedCrm(Habits.GOOD
                            .inForm(value -> value.toUpperCase(Locale.ROOT))
                            .skewed(Duration.ofMinutes(17))),
            "support",
                    new SimulatedCrm(Habits.GOOD.inForm(String::strip).silent().skewed(Duration.ofHours(-3)))));

    private SimulatedHub hub;
    private Random dying = new Random(0);
    private double deaths;

    private static final class Died extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @BeforeAll
    void start() {
        hub = SimulatedHub.start(crms.entrySet().stream()
                .map(crm ->
                        new Connection(crm.getKey(), Interrupted.at(crm.getValue(), this::written), List.of(CREATING)))
                .toList());
    }

    @AfterAll
    void end() {
        hub.close();
    }

    private Answer<List<Written>> written(String object, List<Write> writes, Connector crm) {
        dieSometimes();
        Answer<List<Written>> answer = crm.write(object, writes);
        dieSometimes();
        return answer;
    }

    private void dieSometimes() {
        if (dying.nextDouble() < deaths) {
            throw new Died();
        }
    }

    @Test
    void when_people_stop_each_crm_has_each_customer_once_and_writing_stops() {
        for (int seed = 0; seed < SEEDS; seed++) {
            story(FIRST_SEED + seed);
        }
    }

    private void story(long seed) {
        hub.forget();
        crms.values().forEach(SimulatedCrm::clear);
        Random random = new Random(seed);
        dying = random;
        crms.values().forEach(crm -> crm.faults(new SimulatedCrm.Faults(random, 0.1)));
        deaths = 0.1;
        for (int step = 0; step < STEPS; step++) {
            move(random, step);
        }
        deaths = 0;
        crms.values().forEach(crm -> crm.faults(new SimulatedCrm.Faults(random, 0)));
        settle(seed);
        long written = writes();
        settle(seed);
        assertEquals(written, writes(), () -> "seed " + seed + ": something is written though nobody edited");
        crms.forEach((name, crm) -> holds(seed, name, crm));
    }

    private void move(Random random, int step) {
        try {
            if (step % (STEPS / CUSTOMERS) == 0) {
                type(random, step / (STEPS / CUSTOMERS));
            }
            switch (random.nextInt(6)) {
                case 0 -> edit(random);
                case 1 ->
                    hub.connections()
                            .forEach(
                                    connection -> connection.objects().forEach(mapped -> hub.read(connection, mapped)));
                case 2 -> hub.meetAll();
                case 3 -> minutesPass();
                default -> hub.round();
            }
        } catch (Died another) {
            // The next step is that of a hub that knows nothing but what is written down.
        }
    }

    private void type(Random random, int customer) {
        if (customer < CUSTOMERS) {
            any(random).edit("C" + customer, PEOPLE_TYPE.get(customer));
        }
    }

    /** Of any record, also one that the hub has just created. */
    private void edit(Random random) {
        SimulatedCrm crm = any(random);
        List<String> ids = crm.ids();
        if (!ids.isEmpty()) {
            crm.edit(ids.get(random.nextInt(ids.size())), Map.of("City", "Ort" + random.nextInt(20)));
        }
    }

    private SimulatedCrm any(Random random) {
        return List.copyOf(crms.values()).get(random.nextInt(crms.size()));
    }

    /** Calls end, and what waits is due; the readings were so long ago as well. */
    private void minutesPass() {
        hub.hurry();
        hub.execute(
                "update creation set sent_until = sent_until - interval '4 minutes'",
                "update change_cursor set told_until = told_until - interval '4 minutes', "
                        + "round_at = round_at - interval '4 minutes'",
                "update golden set created_at = created_at - interval '4 minutes'",
                "update source_record set busy_until = null where busy_until is not null");
    }

    private void settle(long seed) {
        for (int rounds = 0; rounds < 3; rounds++) {
            minutesPass();
            hub.settle();
        }
        assertEquals(
                List.of(),
                hub.column("select coalesce(creation_waits(creation, '{}'), state) from creation"
                        + " where state in ('OPEN', 'REFUSED')"),
                () -> "seed " + seed + ": a creation waits");
        assertEquals(
                0,
                hub.number("select count(*) from intent where state = 'OPEN'"),
                () -> "seed " + seed + ": something waits");
    }

    private static Map<String, String> customer(String name, String city, String phone, String domain) {
        return Map.of("Name", name, "City", city, "Phone", phone, "Website", domain);
    }

    private long writes() {
        return crms.values().stream().mapToLong(SimulatedCrm::writes).sum();
    }

    private void holds(long seed, String name, SimulatedCrm crm) {
        assertEquals(CUSTOMERS, crm.ids().size(), () -> "seed " + seed + ": " + name + " has " + crm.ids());
        assertEquals(
                CUSTOMERS,
                crm.ids().stream()
                        .map(id -> crm.values(id).get("Website"))
                        .distinct()
                        .count(),
                () -> "seed " + seed + ": a customer stands twice in " + name);
        assertEquals(0, crm.overwritten(), () -> "seed " + seed + ": " + name + " lost what a person typed");
        crm.ids()
                .forEach(id -> assertTrue(
                        agrees(crm.values(id)),
                        () -> "seed " + seed + ": " + name + " " + id + " is not what others hold"));
    }

    /** Whether every CRM has the same city of this customer, in whatever form. */
    private boolean agrees(Map<String, String> values) {
        return crms.values().stream()
                .allMatch(crm -> crm.ids().stream()
                        .map(crm::values)
                        .filter(other -> other.get("Website").equalsIgnoreCase(values.get("Website")))
                        .allMatch(other -> other.get("City").equalsIgnoreCase(values.get("City"))));
    }
}
