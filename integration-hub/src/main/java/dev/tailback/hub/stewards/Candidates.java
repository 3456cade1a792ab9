package dev.tailback.hub.stewards;

import dev.tailback.hub.database.RowsJson;
import jakarta.inject.Singleton;
import java.util.List;

/** The pairs that wait for a steward. */
@Singleton
public class Candidates {

    private final StewardRows rows;

    Candidates(StewardRows rows) {
        this.rows = rows;
    }

    /** In the caller's transaction. What is asked already is not asked twice. */
    public void ask(List<NewCandidate> asked) {
        if (!asked.isEmpty()) {
            rows.ask(RowsJson.of(asked, NewCandidate::write));
        }
    }

    /** The longest waiting first. */
    public List<Candidate> open(int limit) {
        return rows.open(limit);
    }
}
