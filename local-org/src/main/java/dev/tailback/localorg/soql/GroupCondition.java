package dev.tailback.localorg.soql;

import dev.tailback.localorg.rows.Row;
import java.util.List;

/** What a group of rows must satisfy. */
@FunctionalInterface
interface GroupCondition {
    boolean holds(List<Row> group, Reader reader);
}
