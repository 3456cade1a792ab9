package dev.tailback.hub.intents;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What CRMs refused, by cause. */
@Singleton
public class RefusedIntents {

    /** So many causes, or writes, are read at once. */
    public static final int MOST = 200;

    static final UUID NONE = new UUID(0, 0);

    private final RefusedRows rows;

    RefusedIntents(RefusedRows rows) {
        this.rows = rows;
    }

    /** The most frequent cause first; {@value #MOST} at most. */
    public List<RefusedGroup> groups() {
        return rows.groups(MOST);
    }

    /**
     * Those of one cause, in the order of their ids.
     *
     * @param after the last one of the page before
     * @param limit {@value #MOST} at most; a few are samples
     */
    public List<RefusedIntent> of(String crm, String code, Optional<UUID> after, int limit) {
        return rows.of(crm, code, after.orElse(NONE), Math.min(limit, MOST));
    }
}
