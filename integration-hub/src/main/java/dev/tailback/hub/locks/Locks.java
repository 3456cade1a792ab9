package dev.tailback.hub.locks;

import dev.tailback.hub.survivorship.Standing;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What stewards said of single values. Rows are added in the caller's transaction. */
@Singleton
public class Locks {

    private final LockRows rows;

    Locks(LockRows rows) {
        this.rows = rows;
    }

    /** @param value empty text for no value, and for a lock that is lifted */
    public void say(UUID golden, String attribute, LockKind kind, String value, String who, String note) {
        rows.append(golden, attribute, kind, value, who, note);
    }

    /** What stands by a steward's word, by golden record and attribute. */
    public Map<UUID, Map<String, Standing>> of(Collection<UUID> goldens) {
        Map<UUID, Map<String, Standing>> standing = new HashMap<>();
        rows.latest(goldens.stream().map(UUID::toString).toArray(String[]::new)).stream()
                .filter(ValueLock::stands)
                .forEach(lock -> standing.computeIfAbsent(lock.goldenId(), golden -> new HashMap<>())
                        .put(lock.attribute(), lock.standing()));
        return standing;
    }

    /** What stands for one attribute. */
    public Optional<ValueLock> of(UUID golden, String attribute) {
        return rows.last(golden, attribute).filter(ValueLock::stands);
    }

    /** Everything that was said of a golden record, the newest first. @param before an id, or the largest number */
    public List<ValueLock> history(UUID golden, long before, int limit) {
        return rows.history(golden, before, limit);
    }
}
