package dev.tailback.hub.simulation;

import dev.tailback.hub.connections.Connection;
import dev.tailback.hub.connections.MappedObject;
import dev.tailback.testservices.TestServices;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Three CRMs that differ: one takes two records in a call; one stores everything in capitals and says so; one strips what it
 * gets and says nothing. The clocks of two are wrong.
 */
public final class ThreeCrms {

    static final Map<String, String> FIELDS = Map.of("name", "Name", "city", "City", "phone", "Phone");

    private static final List<MappedObject> COMPANIES = List.of(new MappedObject("company", "Company", FIELDS));

    private final Map<String, SimulatedCrm> crms = new TreeMap<>();

    /** @param changed what is otherwise in all of them */
    public ThreeCrms(UnaryOperator<Habits> changed) {
        add("sales", changed.apply(Habits.GOOD.writing(2)));
        add("marketing", changed.apply(Habits.GOOD.inForm(capitals()).skewed(Duration.ofMinutes(17))));
        add("support", changed.apply(Habits.GOOD.inForm(String::strip).silent().skewed(Duration.ofHours(-3))));
    }

    private void add(String name, Habits habits) {
        crms.put(name, new SimulatedCrm(habits));
    }

    private static UnaryOperator<String> capitals() {
        return value -> value.toUpperCase(Locale.ROOT);
    }

    /** A hub of their own. */
    public SimulatedHub start() {
        List<Connection> connections = crms.entrySet().stream()
                .map(crm -> new Connection(crm.getKey(), crm.getValue(), COMPANIES))
                .toList();
        return SimulatedHub.start(() -> connections, TestServices.emptyDatabase());
    }

    Map<String, SimulatedCrm> byName() {
        return crms;
    }

    SimulatedCrm named(String name) {
        return Objects.requireNonNull(crms.get(name), name);
    }

    List<SimulatedCrm> all() {
        return List.copyOf(crms.values());
    }

    void clear() {
        crms.values().forEach(SimulatedCrm::clear);
    }

    void faults(Random random, double often) {
        crms.values().forEach(crm -> crm.faults(new SimulatedCrm.Faults(random, often)));
    }

    /** By the hub. */
    long writes() {
        return crms.values().stream().mapToLong(SimulatedCrm::writes).sum();
    }
}
