package dev.tailback.crm.declared;

import java.util.Optional;

/**
 * How a list goes on.
 *
 * @param parameter that names the place; empty for a list in one piece
 * @param next where in the answer the next place stands, for cursors
 * @param size the parameter that says how many records a page has
 * @param most records of a page
 * @param first number of the first page
 */
record Paging(Kind kind, String parameter, Optional<Place> next, String size, int most, int first) {

    enum Kind {
        /** The answer names where the list goes on. */
        CURSOR,
        /** Pages have numbers. */
        PAGE,
        /** A number of records is left out. */
        OFFSET,
        /** One answer has all records. */
        NONE
    }

    static final Paging NONE = new Paging(Kind.NONE, "", Optional.empty(), "", 100_000, 0);
}
