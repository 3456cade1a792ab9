package dev.tailback.hub.quality;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as ISO 8601 writes them, moments in UTC. */
final class Dates {

    private static final Pattern ISO = Pattern.compile("(\\d{4})-?(\\d{2})-?(\\d{2})");
    private static final Pattern POINTS = Pattern.compile("(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(\\d{4})");
    private static final Pattern SLASHES = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");

    private Dates() {}

    static Checked clean(String line, String was) {
        Matcher slashes = SLASHES.matcher(line);
        if (slashes.matches() && isAmbiguous(slashes)) {
            return Checked.refused(was, "date_ambiguous", "Day and month can be read in two ways: write 2026-11-29.");
        }
        return date(line)
                .or(() -> moment(line))
                .map(date -> Checked.written(date, was, "date_form", "The date was written as 2026-11-29."))
                .orElseGet(() -> Checked.refused(was, "date_invalid", "There is no such date: write 2026-11-29."));
    }

    private static boolean isAmbiguous(Matcher slashes) {
        int first = Integer.parseInt(slashes.group(1));
        int second = Integer.parseInt(slashes.group(2));
        return first <= 12 && second <= 12 && first != second;
    }

    private static Optional<String> date(String line) {
        Matcher iso = ISO.matcher(line);
        if (iso.matches()) {
            return of(iso.group(1), iso.group(2), iso.group(3));
        }
        Matcher points = POINTS.matcher(line);
        if (points.matches()) {
            return of(points.group(3), points.group(2), points.group(1));
        }
        Matcher slashes = SLASHES.matcher(line);
        if (slashes.matches()) {
            boolean isAmerican = Integer.parseInt(slashes.group(1)) <= 12;
            return of(slashes.group(3), slashes.group(isAmerican ? 1 : 2), slashes.group(isAmerican ? 2 : 1));
        }
        return Optional.empty();
    }

    private static Optional<String> of(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day))
                    .toString());
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    private static Optional<String> moment(String line) {
        try {
            return Optional.of(OffsetDateTime.parse(line.replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2"))
                    .withOffsetSameInstant(ZoneOffset.UTC)
                    .toInstant()
                    .toString());
        } catch (DateTimeException noMoment) {
            return Optional.empty();
        }
    }
}
