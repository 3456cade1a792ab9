package dev.tailback.localorg.save;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes auto-numbers such as {@code U-{00000}} and {@code {YYYY}-{000}}. */
public final class AutoNumbers {
    private static final Pattern PART = Pattern.compile("\\{(0+|YYYY|YY|MM|DD)}");

    private AutoNumbers() {}

    static String format(String format, long number, Instant now) {
        ZonedDateTime day = now.atZone(ZoneOffset.UTC);
        return PART.matcher(format).replaceAll(match -> Matcher.quoteReplacement(part(match.group(1), number, day)));
    }

    private static String part(String part, long number, ZonedDateTime day) {
        return switch (part) {
            case "YYYY" -> String.format("%04d", day.getYear());
            case "YY" -> String.format("%02d", day.getYear() % 100);
            case "MM" -> String.format("%02d", day.getMonthValue());
            case "DD" -> String.format("%02d", day.getDayOfMonth());
            default -> String.format("%0" + part.length() + "d", number);
        };
    }

    /** The number in a formatted auto-number, -1 when it was not made by this format. */
    public static long number(String format, String text) {
        StringBuilder pattern = new StringBuilder();
        Matcher parts = PART.matcher(format);
        int at = 0;
        while (parts.find()) {
            pattern.append(Pattern.quote(format.substring(at, parts.start())));
            pattern.append(parts.group(1).startsWith("0") ? "(\\d+)" : "\\d+");
            at = parts.end();
        }
        pattern.append(Pattern.quote(format.substring(at)));
        Matcher found = Pattern.compile(pattern.toString()).matcher(text);
        return found.matches() && found.groupCount() > 0 ? Long.parseLong(found.group(1)) : -1;
    }
}
