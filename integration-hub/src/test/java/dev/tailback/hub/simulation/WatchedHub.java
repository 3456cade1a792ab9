package dev.tailback.hub.simulation;

import dev.tailback.hub.connections.Connection;
import dev.tailback.hub.connections.Connections;
import dev.tailback.hub.connections.MappedObject;
import dev.tailback.hub.drift.ReadUnseen;
import dev.tailback.hub.drift.WatchSchemas;
import dev.tailback.hub.drift.WatchedConnections;
import dev.tailback.hub.meeting.MeetRecord;
import dev.tailback.testservices.TestServices;
import java.util.List;

/** A hub that watches the schemas of its CRMs, moved step by step. */
public final class WatchedHub implements AutoCloseable, Connections {

    private final SimulatedHub hub;
    private volatile List<Connection> full;
    private volatile boolean isWatched;

    private WatchedHub(List<Connection> full) {
        this.full = full;
        this.hub = SimulatedHub.start(this::now, TestServices.emptyDatabase());
        this.isWatched = true;
    }

    /** @param full with all that is mapped */
    public static WatchedHub start(List<Connection> full) {
        return new WatchedHub(full);
    }

    private List<Connection> now() {
        return isWatched
                ? full.stream()
                        .map(one -> hub.bean(WatchedConnections.class).of(one))
                        .toList()
                : full;
    }

    @Override
    public List<Connection> all() {
        return now();
    }

    /** Nothing is known, and these are connected. */
    public void begin(List<Connection> connected) {
        hub.forget();
        execute("truncate schema_watch, schema_version, schema_change, field_stop, field_reading");
        full = connected;
        isWatched = true;
    }

    /** As it was before anybody watched. */
    public void unwatched() {
        isWatched = false;
    }

    public Connection full(String crm) {
        return full.stream().filter(one -> one.crm().equals(crm)).findFirst().orElseThrow();
    }

    /** A new version of the mapping is in force. */
    public void mapped(String crm, List<MappedObject> objects) {
        full = full.stream()
                .map(one -> one.crm().equals(crm) ? new Connection(crm, one.connector(), objects) : one)
                .toList();
    }

    /** Everything that can happen happens; each round two minutes pass for what smells of another schema. */
    public void settle() {
        boolean moved = true;
        for (int round = 0; moved && round < 50; round++) {
            hub.hurry();
            execute("update schema_watch set looked_at = looked_at - interval '2 minutes', "
                    + "due_at = due_at - interval '2 minutes'");
            moved = watch() | hub.round() | meet() | readUnseen();
        }
    }

    private boolean watch() {
        boolean changed = false;
        for (Connection one : isWatched ? full : List.<Connection>of()) {
            changed |= bean(WatchSchemas.class).watch(one);
        }
        return changed;
    }

    private boolean meet() {
        boolean moved = false;
        while (bean(MeetRecord.class).next()) {
            moved = true;
        }
        return moved;
    }

    private boolean readUnseen() {
        boolean moved = false;
        for (Connection one : now()) {
            for (MappedObject mapped : one.objects()) {
                moved |= bean(ReadUnseen.class)
                        .next(one, mapped)
                        .fold(isMore -> isMore, refused -> false, unavailable -> false);
            }
        }
        return moved;
    }

    /** The hour is over. */
    public void lookNow() {
        execute("update schema_watch set due_at = now() - interval '1 second'");
        watch();
    }

    public <T> T bean(Class<T> type) {
        return hub.bean(type);
    }

    /** The first column of the first row. */
    public long number(String query) {
        return hub.number(query);
    }

    public void execute(String... statements) {
        hub.execute(statements);
    }

    @Override
    public void close() {
        hub.close();
    }
}
