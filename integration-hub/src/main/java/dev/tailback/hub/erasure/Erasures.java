package dev.tailback.hub.erasure;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What was erased: the proof. */
@Singleton
public class Erasures {

    /** So many are read at once. */
    public static final int MOST = 200;

    private static final UUID NONE = new UUID(0, 0);

    private final ErasureRows rows;

    Erasures(ErasureRows rows) {
        this.rows = rows;
    }

    public Optional<Erasure> of(UUID golden) {
        return rows.done(golden);
    }

    /**
     * The newest first.
     *
     * @param before the golden record of the last erasure of the page before; empty for the first page
     * @param limit {@value #MOST} at most
     */
    public List<Erasure> read(Optional<UUID> before, int limit) {
        return rows.before(before.orElse(NONE), Math.min(limit, MOST));
    }
}
