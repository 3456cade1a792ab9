package dev.tailback.crm.declared;

import dev.tailback.crm.Cursor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far an object has been read.
 *
 * @param isDeletions whether the list of deletions is being read, and not that of records
 * @param since which changes this round asks for, by the CRM's clock; the epoch: all
 * @param newest change that was told in this or an earlier round
 * @param whole when everything was last begun to be read, by our clock
 * @param pages of the list so far
 * @param seen the first record of the page before, to notice a list that does not go on
 * @param place where the list goes on; empty at its beginning
 */
record DeclaredCursor(
        String mark,
        boolean isDeletions,
        Instant since,
        Instant newest,
        Instant whole,
        int pages,
        String seen,
        String place) {

    /** In bytes, so that the whole cursor is short enough. */
    static final int LONGEST_PLACE = 1_500;

    private static final int MOST_PAGES = 100_000;
    private static final Pattern FORM =
            Pattern.compile("declared1:([0-9a-f]{1,8}):([RD]):(\\d{1,15}):(\\d{1,15}):(\\d{1,15}):(\\d{1,7}):"
                    + "([\\w-]{0,300}):([\\w-]{0,2100})");

    /** @param mark of the CRM and the object */
    static DeclaredCursor first(String mark, Instant now) {
        return new DeclaredCursor(mark, false, Instant.EPOCH, Instant.EPOCH, now, 0, "", "");
    }

    /** Empty where it is none of this object of this CRM. */
    static Optional<DeclaredCursor> of(Cursor cursor, String mark) {
        Matcher part = FORM.matcher(cursor.text());
        if (!part.matches() || !part.group(1).equals(mark)) {
            return Optional.empty();
        }
        return Optional.of(new DeclaredCursor(
                mark,
                part.group(2).equals("D"),
                moment(part.group(3)),
                moment(part.group(4)),
                moment(part.group(5)),
                Integer.parseInt(part.group(6)),
                shown(part.group(7)),
                shown(part.group(8))));
    }

    private static Instant moment(String milliseconds) {
        return Instant.ofEpochMilli(Long.parseLong(milliseconds));
    }

    private static String shown(String hidden) {
        try {
            return new String(Base64.getUrlDecoder().decode(hidden), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notOurs) {
            return "";
        }
    }

    private static String hidden(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    boolean isEndless() {
        return pages > MOST_PAGES;
    }

    DeclaredCursor at(String next, String first, Instant told) {
        return new DeclaredCursor(mark, isDeletions, since, later(told), whole, pages + 1, first, next);
    }

    DeclaredCursor deletions(Instant told) {
        return new DeclaredCursor(mark, true, since, later(told), whole, 0, "", "");
    }

    private Instant later(Instant told) {
        return told.isAfter(newest) ? told : newest;
    }

    /** The next round begins; all is read again where the last time is long ago. */
    DeclaredCursor ended(Instant told, Optional<Duration> overlap, Duration everythingEvery, Instant now) {
        Instant last = later(told);
        boolean isWhole = overlap.isEmpty() || !now.isBefore(whole.plus(everythingEvery)) || now.isBefore(whole);
        Instant from = isWhole ? Instant.EPOCH : last.minus(overlap.orElse(Duration.ZERO));
        return new DeclaredCursor(
                mark,
                false,
                from.isBefore(Instant.EPOCH) ? Instant.EPOCH : from,
                last,
                isWhole ? now : whole,
                0,
                "",
                "");
    }

    Cursor cursor() {
        return new Cursor("declared1:" + mark + ":" + (isDeletions ? "D" : "R") + ":" + since.toEpochMilli() + ":"
                + newest.toEpochMilli() + ":" + whole.toEpochMilli() + ":" + pages + ":" + hidden(seen) + ":"
                + hidden(place));
    }
}
