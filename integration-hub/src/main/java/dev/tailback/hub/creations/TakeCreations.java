package dev.tailback.hub.creations;

import dev.tailback.crm.Connector;
import dev.tailback.hub.connections.Connection;
import dev.tailback.hub.connections.MappedObject;
import dev.tailback.hub.database.RowsJson;
import dev.tailback.hub.records.Records;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Hands out what can be created, in the caller's transaction. */
@Singleton
public class TakeCreations {

    /** Longer than a call of a few runs. */
    private static final Duration LEASE = Duration.ofMinutes(3);

    /** Longer than it takes to take many, a part after the other, and to send them in one call. */
    private static final Duration LEASE_OF_MANY = Connector.LONGEST_OF_MANY.plus(Duration.ofMinutes(5));

    /** What PostgreSQL looks through in some seconds: each of them may be held back by something. */
    public static final int PART = 1_000;

    private final CreationRows rows;
    private final Records records;

    TakeCreations(CreationRows rows, Records records) {
        this.rows = rows;
        this.records = records;
    }

    /** As many as one call takes at any time. */
    public List<OnItsWay> few(Connection connection, MappedObject mapped) {
        return take(connection, mapped, connection.connector().mostWrites(), LEASE);
    }

    /** A part of those that go in one call which may run for minutes. */
    public List<OnItsWay> part(Connection connection, MappedObject mapped, int most) {
        return take(connection, mapped, Math.min(most, PART), LEASE_OF_MANY);
    }

    /** Those that nothing holds back, written down as sent. Until they are settled, or their hub has died, nobody else gets them. */
    private List<OnItsWay> take(Connection connection, MappedObject mapped, int most, Duration lease) {
        String[] objects = connection.objects().stream()
                .filter(one -> one.entity().equals(mapped.entity()))
                .map(MappedObject::object)
                .toArray(String[]::new);
        if (!rows.isAnyDue(connection.crm(), mapped.object(), objects)) {
            return List.of();
        }
        Instant until = records.now().plus(lease);
        List<OnItsWay> taken = rows.lockDue(connection.crm(), mapped.object(), objects, most).stream()
                .map(creation -> sending(creation, mapped, until))
                .toList();
        rows.sending(RowsJson.of(taken, OnItsWay::write), until);
        return taken;
    }

    private static OnItsWay sending(Creation creation, MappedObject mapped, Instant until) {
        Map<String, String> values = creation.values();
        values.keySet().retainAll(mapped.writable().values());
        return new OnItsWay(creation, mapped.entity(), values, until);
    }

    /** How many wait in an object and are not on their way, counted to {@code most}. */
    public long waiting(String crm, String object, int most) {
        return rows.waiting(crm, object, most);
    }
}
