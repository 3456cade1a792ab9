package dev.tailback.operatorcli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Duration;

/** Prints what is kept, and how long. */
final class KindsOfData {

    private KindsOfData() {}

    static void print(PrintWriter out, JsonNode answer) {
        Table table = new Table("KIND", "ROWS", "OLDEST", "GOES AUTOMATICALLY", "BY COMMAND", "MAY GO", "WHAT STAYS");
        answer.path("kinds")
                .forEach(kind -> table.row(
                        Text.of(kind.path("kind")),
                        (kind.path("exact").booleanValue() ? "" : "about ") + Text.of(kind.path("rows")),
                        Text.time(kind.path("oldest")),
                        automatically(kind),
                        kind.path("deletable").booleanValue()
                                ? "older than " + days(kind.path("youngestDays").asLong())
                                : "never",
                        mayGo(kind.path("mayGo")),
                        Text.of(kind.path("stays"))));
        table.print(out);
    }

    private static String mayGo(JsonNode count) {
        return count.path("exact").asBoolean(true)
                ? Text.of(count.path("rows"))
                : "at least " + Text.of(count.path("rows"));
    }

    private static String automatically(JsonNode kind) {
        if (!kind.path("deletable").booleanValue()) {
            return "-";
        }
        String after = "after "
                + life(Duration.ofSeconds(kind.path("automaticallyAfterSeconds").asLong()));
        String setting = Text.of(kind.path("setting"));
        return setting.equals("-") ? after : after + " (" + setting + ")";
    }

    private static String life(Duration life) {
        return life.toHours() % 24 == 0 && life.toDays() > 0 ? days(life.toDays()) : life.toMinutes() + " min";
    }

    private static String days(long days) {
        return days == 1 ? "1 day" : days + " days";
    }
}
