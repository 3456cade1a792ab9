package dev.tailback.crm.hubspot;

import dev.tailback.crm.Cursor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far an object has been read. A round reads what had changed when it began, records first, then deletions; what
 * changes meanwhile is for the next one, so that a round always ends.
 *
 * @param step what comes next
 * @param place where the step goes on: a place in a listing, or the last id of a search; empty at its beginning
 * @param began when the round began, by the clock of HubSpot's server
 * @param sweptPages pages of the archived listing in this round
 * @param sweepDue before which the archived listing is not read again
 */
record HubSpotRound(
        Step step, String place, Instant began, Window records, Window deletions, long sweptPages, Instant sweepDue) {

    /** What a round does next. */
    enum Step {
        BEGIN('B'),
        EVERYTHING('E'),
        CHANGES('C'),
        DELETIONS('D');

        private final char letter;

        Step(char letter) {
            this.letter = letter;
        }
    }

    /** The listing of deletions cannot be asked by time, so a long one is read the less often, the longer it is. */
    private static final int FEW_PAGES = 3;

    private static final Duration FOR_EACH_PAGE = Duration.ofSeconds(20);

    private static final String TIME = "(\\d{1,15})";
    private static final String WINDOW = TIME + "\\." + TIME + "\\." + TIME;
    private static final Pattern FORM = Pattern.compile(
            "hs1([BECD])/([A-Za-z0-9_-]{0,600})/" + TIME + "/" + WINDOW + "/" + WINDOW + "/(\\d{1,6})/" + TIME);

    static HubSpotRound first() {
        return new HubSpotRound(Step.BEGIN, "", Instant.EPOCH, Window.EVERYTHING, Window.EVERYTHING, 0, Instant.EPOCH);
    }

    /** Empty where the cursor is another connector's, or none. */
    static Optional<HubSpotRound> of(Cursor cursor) {
        Matcher form = FORM.matcher(cursor.text());
        if (!form.matches()) {
            return Optional.empty();
        }
        Optional<String> place = place(form.group(2));
        Step step = step(form.group(1).charAt(0));
        if (place.isEmpty() || step == Step.CHANGES && !place.get().matches("\\d{0,18}")) {
            return Optional.empty();
        }
        return Optional.of(new HubSpotRound(
                step,
                place.get(),
                time(form.group(3)),
                window(form, 4),
                window(form, 7),
                Long.parseLong(form.group(10)),
                time(form.group(11))));
    }

    private static Optional<String> place(String text) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static Step step(char letter) {
        for (Step step : Step.values()) {
            if (step.letter == letter) {
                return step;
            }
        }
        throw new IllegalStateException("the form has no other letters");
    }

    private static Instant time(String millis) {
        return Instant.ofEpochMilli(Long.parseLong(millis));
    }

    private static Window window(Matcher form, int at) {
        return new Window(time(form.group(at)), time(form.group(at + 1)), time(form.group(at + 2)));
    }

    Cursor cursor() {
        String at = Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
        return new Cursor("hs1" + step.letter + "/" + at + "/" + began.toEpochMilli() + "/" + written(records) + "/"
                + written(deletions) + "/" + sweptPages + "/" + sweepDue.toEpochMilli());
    }

    private static String written(Window window) {
        return window.from().toEpochMilli() + "." + window.upper().toEpochMilli() + "."
                + window.seen().toEpochMilli();
    }

    HubSpotRound begun(Instant newest, Instant now) {
        Step first = records.equals(Window.EVERYTHING) ? Step.EVERYTHING : Step.CHANGES;
        return new HubSpotRound(first, "", now, records.raised(newest, now), deletions, 0, sweepDue);
    }

    HubSpotRound at(String next) {
        return new HubSpotRound(step, next, began, records, deletions, sweptPages, sweepDue);
    }

    HubSpotRound afterRecords(Duration overlap) {
        return new HubSpotRound(Step.DELETIONS, "", began, records.read(began, overlap), deletions, 0, sweepDue);
    }

    boolean isSweepDue() {
        return !began.isBefore(sweepDue);
    }

    HubSpotRound swept(Instant newestDeletion) {
        return new HubSpotRound(
                step, place, began, records, deletions.raised(newestDeletion, began), sweptPages + 1, sweepDue);
    }

    HubSpotRound ended(Duration overlap) {
        Instant due = sweptPages > FEW_PAGES ? began.plus(FOR_EACH_PAGE.multipliedBy(sweptPages)) : sweepDue;
        Window deleted = sweptPages > 0 ? deletions.read(began, overlap) : deletions;
        return new HubSpotRound(Step.BEGIN, "", began, records, deleted, 0, due);
    }
}
