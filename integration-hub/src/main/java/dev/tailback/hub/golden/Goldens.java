package dev.tailback.hub.golden;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

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

    /** Something is new about it. */
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
