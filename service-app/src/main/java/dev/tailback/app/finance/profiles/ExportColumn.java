package dev.tailback.app.finance.profiles;

import dev.tailback.app.finance.lines.LineValue;
import dev.tailback.app.finance.lines.UsageLine;
import dev.tailback.web.input.JsonObject;
import dev.tailback.web.input.TextRule;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One column of a profile: a value of the line or a constant.
 *
 * @param format of a day or a time: a pattern such as {@code MM/dd/yyyy}, or {@code epoch_seconds}
 * @param renamed what each value becomes, such as an account's id in the other program; empty for values as they are
 */
record ExportColumn(
        String name, Optional<LineValue> value, String constant, Optional<String> format, Map<String, String> renamed) {

    static final Set<String> NAMES = Set.of("name", "value", "constant", "format", "renamed");

    private static final Set<String> RENAMED = Set.of("is", "becomes");
    private static final String EPOCH_SECONDS = "epoch_seconds";
    private static final Set<LineValue> TIMES =
            Set.of(LineValue.LOCKED_AT, LineValue.CREATED_AT, LineValue.SERVICE_DATE);
    private static final int MOST_RENAMED = 10_000;
    private static final ZonedDateTime A_TIME = ZonedDateTime.of(2026, 1, 31, 12, 0, 0, 0, ZoneId.of("UTC"));
    private static final TextRule TEXT = TextRule.line(200);

    /** As a file says it; what is wrong is noted there. */
    static ExportColumn read(JsonObject column) {
        String name = column.requiredText("name", TEXT);
        Optional<String> word = column.text("value", TEXT);
        Optional<LineValue> value = word.flatMap(LineValue::ofWord);
        if (word.isPresent() && value.isEmpty()) {
            column.wrong("value", "is no value of a line; docs/finance.md lists them");
        }
        if (word.isPresent() == column.has("constant")) {
            column.wrong("value", "or constant must be given, and only one of the two");
        }
        Optional<String> format = column.text("format", TEXT);
        format.ifPresent(pattern -> check(column, value, pattern));
        return new ExportColumn(name, value, column.text("constant", TEXT).orElse(""), format, renamed(column));
    }

    private static void check(JsonObject column, Optional<LineValue> value, String pattern) {
        if (value.filter(TIMES::contains).isEmpty()) {
            column.wrong("format", "is for locked_at, created_at and service_date only");
        }
        if (!isFormat(pattern)) {
            column.wrong("format", "must be a pattern such as MM/dd/yyyy, or epoch_seconds");
        }
    }

    private static boolean isFormat(String pattern) {
        try {
            return !formatted(pattern, A_TIME).isEmpty();
        } catch (IllegalArgumentException | DateTimeException wrong) {
            return false;
        }
    }

    private static Map<String, String> renamed(JsonObject column) {
        Map<String, String> renamed = new HashMap<>();
        List<JsonObject> pairs = column.has("renamed") ? column.objects("renamed", MOST_RENAMED, RENAMED) : List.of();
        pairs.forEach(pair -> renamed.put(pair.requiredText("is", TEXT), pair.requiredText("becomes", TEXT)));
        return Map.copyOf(renamed);
    }

    /** @throws dev.tailback.web.problems.Problem 409 {@code profile_unmapped} when a value has no other name */
    String of(UsageLine line, ZoneId zone) {
        String text = value.map(wanted -> written(wanted, line, zone)).orElse(constant);
        if (renamed.isEmpty()) {
            return text;
        }
        return Optional.ofNullable(renamed.get(text)).orElseThrow(() -> ProfileProblems.unmapped(name, text));
    }

    private String written(LineValue wanted, UsageLine line, ZoneId zone) {
        Optional<ZonedDateTime> time = wanted.moment(line)
                .map(at -> at.atZone(zone))
                .or(() -> wanted.day(line).map(day -> day.atStartOfDay(zone)));
        return format.flatMap(pattern -> time.map(at -> formatted(pattern, at)))
                .orElseGet(() -> wanted.of(line, LineValue.period(line, zone)));
    }

    private static String formatted(String pattern, ZonedDateTime time) {
        return pattern.equals(EPOCH_SECONDS)
                ? String.valueOf(time.toEpochSecond())
                : DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(time);
    }
}
