package dev.tailback.hub.scores;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** How good the values of the CRMs are, and were. */
@Singleton
public class Scores {

    /** So many are told at once; a year of a CRM with all attributes is less. */
    public static final int MOST = 15_000;

    private final ScoreRows rows;

    Scores(ScoreRows rows) {
        this.rows = rows;
    }

    /**
     * The newest day first; then by CRM, entity and attribute. One more than {@link #MOST} where there are more.
     *
     * @param crm empty for all of them
     * @param days today is the first
     */
    public List<Score> of(Optional<String> crm, int days) {
        return rows.of(crm.orElse(""), days, MOST + 1).stream()
                .map(ScoreDay::score)
                .toList();
    }
}
