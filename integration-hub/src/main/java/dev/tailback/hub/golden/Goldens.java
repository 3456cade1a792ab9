package dev.tailback.hub.golden;

import dev.tailback.hub.database.RowsJson;
import dev.tailback.hub.records.KnownRecord;
import jakarta.inject.Singleton;
import java.util.Collection;
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
        create(entity, List.of(id));
        return id;
    }

    /** New ones with these ids, due at once. */
    public void create(String entity, List<UUID> ids) {
        if (!ids.isEmpty()) {
            rows.append(RowsJson.ids(ids), entity);
        }
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
        lock(List.of(ids));
    }

    /** The same. */
    public void lock(List<UUID> ids) {
        rows.lock(RowsJson.ids(ids));
    }

    /** Something is new about it; nothing ever is about an erased one. */
    public void due(UUID id) {
        due(List.of(id));
    }

    public void due(Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            rows.due(RowsJson.ids(ids));
        }
    }

    /** Other records stand for it than before, so what was agreed then does not stay for its own sake. */
    public void dueAnew(UUID id) {
        rows.dueAnew(id);
    }

    /** All that have a record in this object. */
    public void dueOf(String crm, String object) {
        rows.dueOf(crm, object);
    }

    /** Those for which the records stand now; nobody considers them until the transaction ends. */
    public List<UUID> lockOf(List<KnownRecord> records) {
        return rows.lockOf(
                RowsJson.numbers(records.stream().map(KnownRecord::id).toList()));
    }

    /** Those of which a CRM told something that has not been considered, in a statement after they were locked. */
    public List<UUID> toBeHeard(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : rows.toBeHeard(RowsJson.ids(ids));
    }
}
