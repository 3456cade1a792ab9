package dev.tailback.operatorcli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/** Values of answers as people read them on a terminal. */
final class Text {

    private static final Pattern STEERING = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069]");

    private Text() {}

    /** What staff or Salesforce wrote must not steer the terminal. */
    static String plain(String text) {
        return STEERING.matcher(text).replaceAll(" ");
    }

    /** JSON on one line; what steers a terminal is escaped in it, as JSON lets one do. */
    static String json(JsonNode value) {
        return STEERING.matcher(value.toString())
                .replaceAll(
                        found -> String.format("\\\\u%04x", (int) found.group().charAt(0)));
    }

    static String of(JsonNode value) {
        return value.isNull() || value.isMissingNode() ? "-" : plain(value.asText());
    }

    static String yesNo(JsonNode value) {
        return value.booleanValue() ? "yes" : "no";
    }

    /** To the second. */
    static String time(JsonNode value) {
        return value.isTextual()
                ? instant(value).truncatedTo(ChronoUnit.SECONDS).toString()
                : "-";
    }

    /** A time and how long ago it was. */
    static String ago(JsonNode value) {
        return value.isTextual() ? time(value) + " (" + age(value) + " ago)" : "never";
    }

    static String age(JsonNode value) {
        long seconds =
                Math.max(0, Duration.between(instant(value), Instant.now()).toSeconds());
        if (seconds < 120) {
            return seconds + " s";
        }
        return seconds < 7_200 ? seconds / 60 + " min" : seconds / 3_600 + " h";
    }

    private static Instant instant(JsonNode value) {
        return Instant.parse(value.asText());
    }
}
