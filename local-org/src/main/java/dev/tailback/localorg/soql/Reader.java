package dev.tailback.localorg.soql;

import dev.tailback.localorg.formula.Evaluation;
import dev.tailback.localorg.formula.Formulas;
import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.rows.Row;
import dev.tailback.localorg.rows.Snapshot;
import dev.tailback.localorg.users.User;
import java.time.Instant;

/** Reads field values of committed rows for one user, computed ones included. */
public record Reader(Snapshot snapshot, Formulas formulas, User user, Instant now) {

    public Object value(Row row, Field field) {
        if (!field.isFormula()) {
            return row.value(field.index());
        }
        Object computed = formulas.value(field, new Evaluation(row, row, snapshot, user.viewer(), now));
        return "".equals(computed) ? null : computed;
    }

    /** The row a reference points to; null when there is none. */
    Row parent(Row row, Field reference) {
        Object id = row.value(reference.index());
        return id == null ? null : snapshot.find((String) id);
    }
}
