package dev.tailback.hub.scores;

import dev.tailback.hub.database.RowsJson;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A count that has begun: what is counted so far, and where it goes on. Held by one loop. */
public final class Count {

    private final UUID turn;
    private final LocalDate day;
    private final List<MappedLine> lines;
    private final long highest;
    private final Tally tally;
    private long after;

    /**
     * @param turn by which the database knows that it is still this one's
     * @param lines which fields stand for what, from its beginning to its end
     * @param highest the last record that is counted
     */
    Count(UUID turn, LocalDate day, List<MappedLine> lines, long highest) {
        this.turn = turn;
        this.day = day;
        this.lines = List.copyOf(lines);
        this.highest = highest;
        this.tally = new Tally(lines);
    }

    UUID turn() {
        return turn;
    }

    LocalDate day() {
        return day;
    }

    /** As {@link CountRows} takes them. */
    String mapped() {
        return RowsJson.of(lines, MappedLine::write);
    }

    long highest() {
        return highest;
    }

    /** The last record that is counted already. */
    long after() {
        return after;
    }

    /** A whole page, or nothing of it. */
    void counted(List<RecordsRow> records, List<FilledRow> filled, List<AgreedRow> agreed, long last) {
        records.forEach(tally::records);
        filled.forEach(tally::filled);
        agreed.forEach(tally::agreed);
        after = last;
    }

    String rows() {
        return tally.json();
    }
}
