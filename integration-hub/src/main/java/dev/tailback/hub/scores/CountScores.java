package dev.tailback.hub.scores;

import dev.tailback.hub.connections.Connections;
import dev.tailback.hub.database.Transactions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Counts how good the values of all CRMs are. One hub does it, once an hour; where there are few records, which cost
 * nothing, each minute. It reads page by page, so that nothing waits for it, and writes the whole count at the end: the
 * last one of a day replaces those before it.
 */
@Singleton
public class CountScores {

    private static final int PAGE = 5_000;
    private static final int A_FEW = 1_000;
    private static final int DAYS_KEPT = 400;

    private static final Duration REST = Duration.ofHours(1);
    private static final Duration REST_AFTER_A_FEW = Duration.ofMinutes(1);

    private final Connections connections;
    private final CountRows rows;
    private final ScoreRows scores;
    private final TurnRows turns;
    private final Transactions transactions;

    CountScores(Connections connections, CountRows rows, ScoreRows scores, TurnRows turns, Transactions transactions) {
        this.connections = connections;
        this.rows = rows;
        this.scores = scores;
        this.turns = turns;
        this.transactions = transactions;
    }

    /** @return empty when it is not due, or another hub counts */
    public Optional<Count> begin() {
        UUID turn = UUID.randomUUID();
        return turns.take(turn) == 0 ? Optional.empty() : Optional.of(begun(turn));
    }

    private Count begun(UUID turn) {
        return new Count(
                turn, turns.today(), MappedLine.all(connections), rows.highest().orElse(0L));
    }

    /**
     * Counts one more page. What fails can be asked for again.
     *
     * @return whether there is more to do; when there is not, the whole count is written, unless another hub has taken
     *     over meanwhile
     */
    public boolean next(Count count) {
        Optional<Long> end = rows.pageEnd(count.after(), count.highest(), PAGE);
        if (end.isEmpty()) {
            keep(count);
            return false;
        }
        long last = end.get();
        count.counted(
                rows.records(count.after(), last),
                rows.filled(count.after(), last),
                rows.agreed(count.mapped(), count.after(), last),
                last);
        return turns.goOn(count.turn()) == 1;
    }

    /** Nothing of a hub that was given up meanwhile. */
    private void keep(Count count) {
        Duration rest = count.highest() <= A_FEW ? REST_AFTER_A_FEW : REST;
        transactions.write(() -> {
            boolean isOurs = turns.done(count.turn(), rest.toSeconds()) == 1;
            if (isOurs) {
                scores.forget(count.day());
                scores.append(count.day(), count.rows());
                scores.forgetOld(count.day(), DAYS_KEPT);
            }
            return isOurs;
        });
    }
}
