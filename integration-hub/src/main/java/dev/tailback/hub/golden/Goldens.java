package dev.tailback.hub.golden;

import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.stream.Stream;

/** Makes golden records, and says that something is new about them, in the caller's transaction. */
@Singleton
public class Goldens {

    private final GoldenRows rows;

    Goldens(GoldenRows rows) {
        this.rows = rows;
    }

    /** A new one, due at once. */
    public UUID create(String entity) {
        UUID id = UUID.randomUUID();
        rows.append(id, entity);
        return id;
    }

    /**
     * Until the end of the transaction no other hub meets, merges, parts or erases records of this entity: two that are
     * one would pass by.
     */
    public void alone(String entity) {
        rows.alone(entity);
    }

    /** Nobody considers them until the transaction ends. To be locked before their records. */
    public void lock(UUID... ids) {
        rows.lock(Stream.of(ids).map(UUID::toString).toArray(String[]::new));
    }

    /** Something is new about it; nothing ever is about an erased one. */
    public void due(UUID id) {
        rows.due(id);
    }

    /** Other records stand for it than before, so what was agreed then does not stay for its own sake. */
    public void dueAnew(UUID id) {
        rows.dueAnew(id);
    }
}
