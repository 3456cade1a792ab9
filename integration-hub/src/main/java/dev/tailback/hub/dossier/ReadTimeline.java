package dev.tailback.hub.dossier;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Tells what happened to one golden record. */
@Singleton
public class ReadTimeline {

    /** So many moments are read at once. */
    public static final int MOST = 200;

    private final TimelineRows rows;

    ReadTimeline(TimelineRows rows) {
        this.rows = rows;
    }

    /**
     * The newest first.
     *
     * @param before the cursor of the last moment of the page before; {@link Before#NOW} for the first page
     * @param limit {@value #MOST} at most
     */
    public List<Moment> of(UUID golden, Before before, int limit) {
        return rows.before(golden, before.at(), before.place(), before.number(), Math.min(limit, MOST));
    }
}
