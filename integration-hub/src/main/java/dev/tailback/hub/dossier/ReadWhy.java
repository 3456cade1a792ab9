package dev.tailback.hub.dossier;

import dev.tailback.hub.golden.Decisions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Says why an attribute holds its value, and what it held before. */
@Singleton
public class ReadWhy {

    /** So many decisions are read at once. */
    public static final int MOST = 100;

    private final Decisions decisions;

    ReadWhy(Decisions decisions) {
        this.decisions = decisions;
    }

    /** The decision that holds, of each attribute. */
    public List<Why> latest(UUID golden) {
        return decisions.latest(golden).stream().map(Why::of).toList();
    }

    /**
     * The newest first: it holds.
     *
     * @param before the last one of the page before; {@link Long#MAX_VALUE} for the first page
     * @param limit {@value #MOST} at most
     */
    public List<Why> of(UUID golden, String attribute, long before, int limit) {
        return decisions.history(golden, attribute, before, Math.min(limit, MOST)).stream()
                .map(Why::of)
                .toList();
    }
}
