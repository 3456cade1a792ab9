package dev.tailback.verification.torture.checks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.verification.torture.people.Desk;
import java.util.ArrayList;
import java.util.List;

/** What the ledger tells about how an entry, and the one it replaces, came to be what they are. */
final class EntryStory {
    private final Desk desk;

    EntryStory(Desk desk) {
        this.desk = desk;
    }

    String of(LedgerEntry entry) {
        JsonNode whole = desk.require("/api/usage/" + entry.id());
        String replaced = whole.path("replaces").asText("");
        String own = "Its history: " + history(whole) + ".";
        return replaced.isEmpty()
                ? own
                : own + " It replaces " + replaced + ": " + history(desk.require("/api/usage/" + replaced)) + ".";
    }

    private static String history(JsonNode entry) {
        List<String> lines = new ArrayList<>();
        entry.path("history")
                .forEach(line -> lines.add(line.path("at").asText() + " "
                        + line.path("what").asText() + " "
                        + line.path("version").asText() + " ("
                        + line.path("units").asText()
                        + (line.path("cancelled").asBoolean() ? " cancelled" : "")
                        + (line.path("code").isTextual()
                                ? ", " + line.path("code").asText()
                                : "") + ")"));
        return String.join(", ", lines);
    }
}
