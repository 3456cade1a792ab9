package dev.tailback.localorg.save;

import dev.tailback.localorg.rows.Row;

/** A row before and after; before is null for a new row. A deleted row is there, marked. */
record Change(Row before, Row after) {

    boolean wasThere() {
        return before != null && !before.isDeleted();
    }

    boolean isThere() {
        return !after.isDeleted();
    }
}
