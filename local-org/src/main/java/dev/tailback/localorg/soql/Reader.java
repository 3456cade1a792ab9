package dev.tailback.localorg.soql;

import dev.tailback.localorg.formula.Evaluation;
import dev.tailback.localorg.formula.Formulas;
import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.rows.Row;
import dev.tailback.localorg.rows.Snapshot;
import dev.tailback.localorg.users.User;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads field values of committed rows for one user, computed ones included. */
public record Reader(Snapshot snapshot, Formulas formulas, User user, Instant now) {

    /** Null is blank. */
    public @Nullable Object value(Row row, Field field) {
        if (!field.isFormula()) {
            return row.value(field.index());
        }
        Object computed = formulas.value(field, new Evaluation(row, Optional.of(row), snapshot, user.viewer(), now));
        return "".equals(computed) ? null : computed;
    }

    /** The row a reference points to; empty when there is none. */
    Optional<Row> parent(Row row, Field reference) {
        return Optional.ofNullable(row.value(reference.index())).flatMap(id -> snapshot.find((String) id));
    }
}
