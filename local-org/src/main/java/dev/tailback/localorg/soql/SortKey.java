package dev.tailback.localorg.soql;

import dev.tailback.localorg.rows.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What rows or groups of rows are put in order by. */
sealed interface SortKey permits Operand, Aggregate {
    @Nullable
    Object ofGroup(List<Row> group, Reader reader);

    /**
     * What a single row has a value of.
     *
     * @throws QueryException when only a group has one
     */
    Operand ofRow();
}
