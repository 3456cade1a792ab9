package dev.tailback.hub.simulation;

import dev.tailback.hub.connections.Connection;
import dev.tailback.hub.connections.Connections;
import dev.tailback.hub.connections.MappedObject;
import dev.tailback.hub.entity.Entities;
import dev.tailback.hub.golden.ConsiderGolden;
import dev.tailback.hub.golden.SwitchReach;
import dev.tailback.hub.mappings.CrmMapping;
import dev.tailback.hub.mappings.MappingsInForce;
import dev.tailback.hub.meeting.MeetRecord;
import dev.tailback.hub.observations.ReadAgain;
import dev.tailback.hub.observations.ReadChanges;
import dev.tailback.hub.records.Records;
import dev.tailback.hub.rulebook.KeepRules;
import dev.tailback.hub.writes.WriteCreations;
import dev.tailback.hub.writes.WriteIntents;
import dev.tailback.testservices.TestDatabase;
import dev.tailback.testservices.TestServices;
import io.micronaut.context.ApplicationContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A hub with simulated CRMs, moved step by step: nothing happens by itself. */
public final class SimulatedHub implements AutoCloseable {

    private final ApplicationContext context;
    private final TestDatabase database;
    private final Connections connections;
    private final Supplier<Connections> anew;
    private final PastTheProgram past;
    private final Map<Class<?>, Object> otherwise = new HashMap<>();

    private SimulatedHub(
            ApplicationContext context, TestDatabase database, Connections connections, Supplier<Connections> anew) {
        this.context = context;
        this.database = database;
        this.connections = connections;
        this.anew = anew;
        this.past = new PastTheProgram(database);
    }

    /** @param fields of the company in each CRM, by attribute */
    public static SimulatedHub start(Map<String, SimulatedCrm> crms, Map<String, String> fields) {
        return start(crms.entrySet().stream()
                .map(crm -> new Connection(
                        crm.getKey(), crm.getValue(), List.of(new MappedObject("company", "Company", fields))))
                .toList());
    }

    /** With the latest change winning everywhere. */
    public static SimulatedHub start(List<Connection> crms) {
        return begun(TestServices.emptyDatabase(), () -> new MappedNow(crms));
    }

    /** @param connections are asked each time, as a hub asks them */
    public static SimulatedHub start(Connections connections, TestDatabase database) {
        return begun(database, () -> connections);
    }

    /** Another hub on the same database, as if in another process. */
    public SimulatedHub beside() {
        return begun(database, anew);
    }

    private static SimulatedHub begun(TestDatabase database, Supplier<Connections> anew) {
        Connections connections = anew.get();
        ApplicationContext context = ApplicationContext.builder()
                .properties(HubSettings.of(database))
                .singletons(connections, Entities.shipped())
                .start();
        if (connections instanceof MappedNow mapped) {
            mapped.mappings = Optional.of(context.getBean(MappingsInForce.class));
        }
        context.getBean(KeepRules.class)
                .begin(connections.all().stream().map(Connection::crm).sorted().toList());
        return new SimulatedHub(context, database, connections, anew);
    }

    /** The connections, each with its mapping in force; with the one it was given until a mapping is kept. */
    private static final class MappedNow implements Connections {

        private final List<Connection> given;
        private Optional<MappingsInForce> mappings = Optional.empty();

        MappedNow(List<Connection> given) {
            this.given = given;
        }

        @Override
        public List<Connection> all() {
            Map<String, CrmMapping> inForce = mappings.map(MappingsInForce::all).orElse(Map.of());
            return given.stream()
                    .map(one -> new Connection(
                            one.crm(),
                            one.connector(),
                            Optional.ofNullable(inForce.get(one.crm()))
                                    .map(CrmMapping::objects)
                                    .orElse(one.objects())))
                    .toList();
        }
    }

    public <T> T bean(Class<T> type) {
        return Optional.ofNullable(otherwise.get(type)).map(type::cast).orElseGet(() -> context.getBean(type));
    }

    /** From now on this step is taken in another way, to see what is lost without one of its guards. */
    public <T> void otherwise(Class<T> step, T other) {
        otherwise.put(step, other);
    }

    /** Every due step of every kind, once. @return whether there was something to do */
    public boolean round() {
        boolean moved = false;
        for (Connection connection : connections.all()) {
            for (MappedObject mapped : connection.objects()) {
                moved |= read(connection, mapped);
                moved |= consider();
                moved |= write(connection, mapped);
                moved |= bean(WriteCreations.class).next(connection, mapped) > 0;
            }
        }
        return moved | readAgain();
    }

    public boolean read(Connection connection, MappedObject mapped) {
        return bean(ReadChanges.class)
                .next(connection, mapped)
                .fold(isMore -> isMore, refused -> true, unavailable -> true);
    }

    public boolean write(Connection connection, MappedObject mapped) {
        return bean(WriteIntents.class).next(connection, mapped) > 0;
    }

    public boolean consider() {
        boolean moved = false;
        while (bean(ConsiderGolden.class).next()) {
            moved = true;
        }
        return moved;
    }

    public boolean readAgain() {
        List<Runnable> again = bean(Records.class).toReread(100).stream()
                .<Runnable>map(record -> () -> {
                    Connection connection = connections.of(record.crm()).orElseThrow();
                    bean(ReadAgain.class)
                            .read(connection, connection.object(record.object()).orElseThrow(), record);
                })
                .toList();
        again.forEach(Runnable::run);
        return !again.isEmpty();
    }

    /** Everything that waits for a time is due now. */
    public void hurry() {
        execute(
                "update intent set due_at = now() where state = 'OPEN'",
                "update creation set due_at = now() where state = 'OPEN'");
    }

    public Stream<Connection> connections() {
        return connections.all().stream();
    }

    public void forget() {
        past.forget();
    }

    /** Everything until nothing moves any more, with records that are met. */
    public void settle() {
        hurry();
        while (round() | meetAll() | reach()) {
            hurry();
        }
    }

    /** @return whether there was one to meet */
    public boolean meetAll() {
        boolean moved = false;
        while (bean(MeetRecord.class).next()) {
            moved = true;
        }
        return moved;
    }

    private boolean reach() {
        boolean moved = false;
        while (bean(SwitchReach.class).next()) {
            moved = true;
        }
        return moved;
    }

    /** The first column of the first row. */
    public long number(String query) {
        return Long.parseLong(column(query).get(0));
    }

    /** The first column of each row. */
    public List<String> column(String query) {
        return past.column(query);
    }

    /** As somebody does who is past the program. @throws IllegalStateException with PostgreSQL's reason */
    public void execute(String... statements) {
        past.execute(statements);
    }

    @Override
    public void close() {
        past.close();
        context.close();
    }
}
