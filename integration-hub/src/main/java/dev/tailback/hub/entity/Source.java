package dev.tailback.hub.entity;

import java.util.Comparator;

/**
 * A source record: where a value comes from.
 *
 * @param crm the name that people gave to the connected system
 * @param record the id that this system gave to its record
 */
public record Source(String crm, String record) implements Comparable<Source> {

    private static final Comparator<Source> ORDER =
            Comparator.comparing(Source::crm).thenComparing(Source::record);

    @Override
    public int compareTo(Source other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return crm + " " + record;
    }
}
