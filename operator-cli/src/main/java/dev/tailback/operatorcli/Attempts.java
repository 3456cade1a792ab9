package dev.tailback.operatorcli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Prints how one entry was sent, attempt by attempt, and what was answered. */
final class Attempts {

    private Attempts() {}

    /** Each attempt in a row, and under the table the record of each version once. */
    static void print(PrintWriter out, JsonNode history) {
        Table attempts = new Table("SENT AT", "VERSION", "MS", "HTTP", "WORKER", "ANSWER");
        Map<String, String> records = new LinkedHashMap<>();
        for (JsonNode line : history) {
            JsonNode attempt = line.path("attempt");
            if (attempt.isObject()) {
                String version = Text.of(line.path("version"));
                attempts.row(
                        Text.time(attempt.path("sentAt")),
                        version,
                        Text.of(attempt.path("milliseconds")),
                        attempt.path("status").isNumber() ? Text.of(attempt.path("status")) : "no answer",
                        Text.of(attempt.path("worker")),
                        answer(line, attempt));
                Optional.ofNullable(attempt.path("sent").textValue())
                        .ifPresent(sent -> records.put(version, Text.of(attempt.path("sent"))));
            }
        }
        if (!attempts.isEmpty()) {
            out.println();
            attempts.print(out);
            records.forEach((version, sent) -> out.println("Version " + version + " was sent as " + sent));
        }
    }

    private static String answer(JsonNode line, JsonNode attempt) {
        return attempt.path("answer").isTextual() ? Text.of(attempt.path("answer")) : Entries.reason(line);
    }
}
