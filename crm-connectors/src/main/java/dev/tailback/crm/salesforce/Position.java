package dev.tailback.crm.salesforce;

import dev.tailback.salesforce.query.Timestamps;
import java.time.Instant;

/**
 * A place in the order of time and id; what comes after it was not read yet.
 *
 * @param id empty before all records of that time
 */
record Position(Instant time, String id) implements Comparable<Position> {

    static final Position START = new Position(Instant.EPOCH, "");

    /** The condition of what comes after it. */
    String after() {
        String at = Timestamps.literal(time);
        return "(SystemModstamp > " + at
                + (id.isEmpty()
                        ? " OR SystemModstamp = " + at + ")"
                        : " OR (SystemModstamp = " + at + " AND Id > '" + id + "'))");
    }

    @Override
    public int compareTo(Position other) {
        int byTime = time.compareTo(other.time);
        return byTime == 0 ? id.compareTo(other.id) : byTime;
    }

    /** What was changed late may be seen later than what was changed after it; so the reading goes back that far. */
    Position notAfter(Instant settled) {
        return time.isBefore(settled) ? this : new Position(settled, "");
    }
}
