package dev.tailback.crm;

import java.util.List;
import java.util.Optional;

/**
 * A question for changes.
 *
 * @param since where the last page ended; empty for everything there is
 * @param fields what to tell of each record
 * @param most records of a page; a CRM's own limit may be lower
 */
public record ChangesAsked(String object, Optional<Cursor> since, List<String> fields, int most) {

    public ChangesAsked {
        fields = List.copyOf(fields);
        if (most < 1) {
            throw new IllegalArgumentException("a page has 1 record or more");
        }
    }
}
