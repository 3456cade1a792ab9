package dev.tailback.standalone.ops;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Values of answers as people read them on a terminal. */
final class Text {

    private Text() {}

    /** What staff or Salesforce wrote must not steer the terminal. */
    static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
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
