package dev.tailback.localorg.save;

import dev.tailback.localorg.formula.Evaluation;
import dev.tailback.localorg.rows.Row;
import dev.tailback.localorg.rows.Transaction;
import dev.tailback.localorg.users.User;
import java.time.Instant;
import java.util.Optional;

/** Who saves, when, and in which transaction. */
record Moment(Transaction transaction, User user, Instant now) {

    Evaluation evaluation(Row after, Optional<Row> before) {
        return new Evaluation(after, before.map(row -> row), transaction, user.viewer(), now);
    }
}
