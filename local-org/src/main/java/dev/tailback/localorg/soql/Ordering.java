package dev.tailback.localorg.soql;

import java.util.Comparator;

/** How ORDER BY puts values; blanks come first unless NULLS LAST says otherwise, also when descending. */
final class Ordering {

    private Ordering() {}

    static Comparator<Object> of(boolean descending, boolean nullsLast) {
        Comparator<Object> values = descending ? (one, other) -> Values.order(other, one) : Values::order;
        return nullsLast ? Comparator.nullsLast(values) : Comparator.nullsFirst(values);
    }
}
