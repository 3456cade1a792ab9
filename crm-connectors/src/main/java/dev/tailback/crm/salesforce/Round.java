package dev.tailback.crm.salesforce;

import dev.tailback.crm.Cursor;
import dev.tailback.salesforce.query.Soql;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far an object has been read. A round reads what had changed when it began, first deletions, then records; what
 * changes meanwhile is for the next one, so that a round always ends.
 *
 * @param step what comes next
 * @param records how far records have been read
 * @param upper the time of the newest record when the round began
 * @param began when the round began, by the org's clock
 * @param deletions how far deletions have been read
 */
record Round(Step step, Position records, Instant upper, Instant began, Position deletions) {

    /** What a round does next. */
    enum Step {
        BEGIN('B'),
        DELETIONS('D'),
        RECORDS('R');

        private final char letter;

        Step(char letter) {
            this.letter = letter;
        }
    }

    private static final String TIME_AND_ID = "(-?\\d{1,11})\\.([A-Za-z0-9]{0,18})";
    private static final Pattern FORM =
            Pattern.compile("sf1([BDR])/" + TIME_AND_ID + "/(-?\\d{1,11})/(-?\\d{1,11})/" + TIME_AND_ID);

    /** Deletions from before the first reading are nobody's news. */
    static Round first() {
        return new Round(Step.BEGIN, Position.START, Instant.EPOCH, Instant.EPOCH, Position.START);
    }

    /** Empty where the cursor is another connector's, or none. */
    static Optional<Round> of(Cursor cursor) {
        Matcher form = FORM.matcher(cursor.text());
        if (!form.matches() || !isId(form.group(3)) || !isId(form.group(7))) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Round(
                    step(form.group(1).charAt(0)),
                    new Position(time(form.group(2)), form.group(3)),
                    time(form.group(4)),
                    time(form.group(5)),
                    new Position(time(form.group(6)), form.group(7))));
        } catch (DateTimeException beyondAllTimes) {
            return Optional.empty();
        }
    }

    private static boolean isId(String text) {
        return text.isEmpty() || Soql.isId(text);
    }

    private static Step step(char letter) {
        for (Step step : Step.values()) {
            if (step.letter == letter) {
                return step;
            }
        }
        throw new IllegalStateException("the form has no other letters");
    }

    private static Instant time(String seconds) {
        return Instant.ofEpochSecond(Long.parseLong(seconds));
    }

    Cursor cursor() {
        return new Cursor("sf1" + step.letter + "/" + written(records) + "/" + upper.getEpochSecond() + "/"
                + began.getEpochSecond() + "/" + written(deletions));
    }

    private static String written(Position position) {
        return position.time().getEpochSecond() + "." + position.id();
    }

    boolean isOfEverything() {
        return records.equals(Position.START);
    }

    /** @param settled before which nothing can come to light any more */
    Round begun(Instant newest, Instant now, Instant settled) {
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        boolean clockWentBack = second.isBefore(records.time());
        return new Round(
                isOfEverything() ? Step.RECORDS : Step.DELETIONS,
                clockWentBack ? records.notAfter(settled.truncatedTo(ChronoUnit.SECONDS)) : records,
                newest,
                second,
                isOfEverything() ? new Position(second, "") : deletions);
    }

    Round withRecords(Position read) {
        return new Round(Step.RECORDS, read, upper, began, deletions);
    }

    Round withDeletions(Position read, Step next) {
        return new Round(next, records, upper, began, read);
    }

    /** @param settled before which nothing can come to light any more */
    Round ended(Position last, Instant settled) {
        Instant before = settled.truncatedTo(ChronoUnit.SECONDS);
        return new Round(Step.BEGIN, last.notAfter(before), upper, began, new Position(before, ""));
    }
}
