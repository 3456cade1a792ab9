package dev.tailback.hub.audit;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** The list of what people did. */
@Singleton
public class Audit {

    /** So many acts are read at once. */
    public static final int MOST = 200;

    private final ActRows rows;

    Audit(ActRows rows) {
        this.rows = rows;
    }

    /** In the caller's transaction: what did not happen is not in the list, and what happened is. */
    public void keep(Act act) {
        rows.append(act.what(), act.about(), goldens(act), act.who(), act.note());
    }

    /**
     * The newest first.
     *
     * @param before the id of the last act of the page before; {@link Long#MAX_VALUE} for the first page
     * @param limit {@value #MOST} at most
     */
    public List<KeptAct> read(Asked asked, long before, int limit) {
        return rows.read(
                asked.who().orElse(null),
                asked.what().map(Deed::name).orElse(null),
                asked.golden().map(UUID::toString).orElse(null),
                before,
                Math.min(limit, MOST));
    }

    private static String[] goldens(Act act) {
        return act.goldens().stream().map(UUID::toString).toArray(String[]::new);
    }
}
