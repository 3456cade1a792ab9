package dev.tailback.operatorcli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;

/** Prints usage entries. */
final class Entries {

    private Entries() {}

    static void print(PrintWriter out, JsonNode entries) {
        Table table = new Table("ENTRY", "AD", "CONTRACT", "UNITS", "STATE", "VERSION", "REASON");
        entries.forEach(entry -> table.row(
                Text.of(entry.path("id")),
                Text.of(entry.path("adReference")),
                Text.of(entry.path("contractId")),
                units(entry),
                Text.of(entry.path("state")),
                Text.of(entry.path("version")) + " (Salesforce " + Text.of(entry.path("reportedVersion")) + ")",
                reason(entry)));
        if (table.isEmpty()) {
            out.println("No entry.");
        } else {
            table.print(out);
        }
    }

    static void printOne(PrintWriter out, JsonNode entry) {
        new Table("", "")
                .row("Entry", Text.of(entry.path("id")) + " of " + Text.of(entry.path("adReference")))
                .row("Contract", Text.of(entry.path("contractId")) + " " + Text.of(entry.path("customer")))
                .row("Product", Text.of(entry.path("contractProductId")) + " " + Text.of(entry.path("product")))
                .row("Units", units(entry) + ", Salesforce counts " + Text.of(entry.path("reportedUnits")))
                .row("State", Text.of(entry.path("state")) + ": " + reason(entry))
                .row("What now", Text.of(entry.path("whatNow")))
                .row("Salesforce id", Text.of(entry.path("salesforceId")))
                .print(out);
        Table history = new Table("AT", "WHO", "WHAT", "VERSION", "UNITS", "REASON");
        entry.path("history")
                .forEach(line -> history.row(
                        Text.time(line.path("at")),
                        Text.of(line.path("who")),
                        Text.of(line.path("what")),
                        Text.of(line.path("version")),
                        units(line),
                        reason(line)));
        out.println();
        history.print(out);
        Attempts.print(out, entry.path("history"));
    }

    private static String units(JsonNode entry) {
        return Text.of(entry.path("units")) + (entry.path("cancelled").booleanValue() ? " cancelled" : "");
    }

    static String reason(JsonNode entry) {
        String code = Text.of(entry.path("code"));
        String reason = Text.of(entry.path("reason"));
        return code.equals("-") ? reason : code + ": " + reason;
    }
}
