package dev.tailback.hub.facts;

import java.util.Comparator;

/** What a fact of a record is about, and in which field it was said: there is one of each. */
record Stated(String attribute, String field) implements Comparable<Stated> {

    private static final Comparator<Stated> ORDER =
            Comparator.comparing(Stated::attribute).thenComparing(Stated::field);

    @Override
    public int compareTo(Stated other) {
        return ORDER.compare(this, other);
    }
}
