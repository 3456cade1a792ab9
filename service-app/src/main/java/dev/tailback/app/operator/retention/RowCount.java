package dev.tailback.app.operator.retention;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;

/**
 * How many rows there are. Counting ends early, so that a question never reads millions of them.
 *
 * @param rows exactly, or about so many
 * @param exact whether all of them were counted
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record RowCount(long rows, boolean exact) {

    static final RowCount NONE = new RowCount(0, true);

    RowCount and(RowCount others) {
        return new RowCount(rows + others.rows, exact && others.exact);
    }

    /** Without so many of them, which are gone. */
    RowCount less(long gone) {
        return new RowCount(Math.max(0, rows - gone), exact);
    }
}
