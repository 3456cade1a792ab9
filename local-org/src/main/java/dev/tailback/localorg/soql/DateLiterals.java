package dev.tailback.localorg.soql;

import dev.tailback.localorg.metadata.FieldType;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/**
 * TODAY, LAST_N_DAYS:7 and their kind, as spans of days in GMT. Weeks begin on Sunday; fiscal years are calendar years.
 */
final class DateLiterals {

    private final LocalDate today;

    DateLiterals(Instant now) {
        today = now.atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** The span of a literal for a date or a date and time field. */
    Literal.Span span(String written, FieldType type) {
        String[] parts = written.toUpperCase(Locale.ROOT).replace("FISCAL_", "").split(":");
        LocalDate[] days = days(parts[0], parts.length > 1 ? Integer.parseInt(parts[1].strip()) : 1);
        return type == FieldType.DATE
                ? new Literal.Span(days[0], days[1])
                : new Literal.Span(start(days[0]), start(days[1]));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private LocalDate[] days(String word, int count) {
        return switch (word) {
            case "YESTERDAY" -> span(today.minusDays(1), today);
            case "TODAY" -> span(today, today.plusDays(1));
            case "TOMORROW" -> span(today.plusDays(1), today.plusDays(2));
            case "LAST_90_DAYS" -> span(today.minusDays(90), today.plusDays(1));
            case "NEXT_90_DAYS" -> span(today.plusDays(1), today.plusDays(91));
            case "LAST_N_DAYS" -> span(today.minusDays(count), today.plusDays(1));
            case "NEXT_N_DAYS" -> span(today.plusDays(1), today.plusDays(count + 1L));
            case "N_DAYS_AGO" -> span(today.minusDays(count), today.minusDays(count - 1L));
            default -> longer(word, count);
        };
    }

    private LocalDate[] longer(String word, int count) {
        String unit = word.contains("WEEK")
                ? "WEEK"
                : word.contains("MONTH") ? "MONTH" : word.contains("QUARTER") ? "QUARTER" : "YEAR";
        LocalDate start = start(unit);
        if (word.endsWith("_AGO")) {
            return span(moved(start, unit, -count), moved(start, unit, 1 - count));
        }
        if (word.startsWith("THIS")) {
            return span(start, moved(start, unit, 1));
        }
        return word.startsWith("LAST")
                ? span(moved(start, unit, -count), start)
                : span(moved(start, unit, 1), moved(start, unit, 1 + count));
    }

    private LocalDate start(String unit) {
        return switch (unit) {
            case "WEEK" -> today.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
            case "MONTH" -> today.withDayOfMonth(1);
            case "QUARTER" ->
                today.withMonth((today.getMonthValue() - 1) / 3 * 3 + 1).withDayOfMonth(1);
            default -> today.withDayOfYear(1);
        };
    }

    private static LocalDate moved(LocalDate day, String unit, int count) {
        return switch (unit) {
            case "WEEK" -> day.plusWeeks(count);
            case "MONTH" -> day.plusMonths(count);
            case "QUARTER" -> day.plusMonths(count * 3L);
            default -> day.plusYears(count);
        };
    }

    private static LocalDate[] span(LocalDate start, LocalDate end) {
        return new LocalDate[] {start, end};
    }
}
