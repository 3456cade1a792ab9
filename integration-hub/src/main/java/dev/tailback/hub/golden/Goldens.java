package dev.tailback.hub.golden;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
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

    /** Not there when it has become one with another golden record. */
    public Optional<Golden> find(UUID id) {
        return rows.find(id);
    }

    /** Those of an entity that come after one, in the order of their ids. */
    public List<Golden> page(String entity, UUID after, int limit) {
        return rows.page(entity, after, limit);
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

    /** All that have a record in this object. */
    public void dueOf(String crm, String object) {
        rows.dueOf(crm, object);
    }
}
