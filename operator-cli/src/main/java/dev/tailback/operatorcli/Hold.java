package dev.tailback.operatorcli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Option;

/** What a pause or a resumption is narrowed to: one contract or one cause; without either, everything. */
final class Hold {

    @Option(
            names = "--contract",
            converter = Typed.Id.class,
            paramLabel = "ID",
            description = "Only this contract; everything else goes on.")
    private String contract;

    @Option(
            names = "--code",
            converter = Typed.Line.class,
            paramLabel = "CODE",
            description = "Only what was refused with this code; everything else goes on.")
    private String code;

    /** The body of a request about one of them. */
    ObjectNode body() {
        return contract == null
                ? ServiceApp.body().put("code", code)
                : ServiceApp.body().put("contractId", contract);
    }

    /** @param holds one, or a list of all */
    static void print(PrintWriter out, JsonNode holds) {
        Table table = new Table("ON HOLD", "ENTRIES", "SINCE", "UNTIL", "WHO", "REASON");
        (holds.isArray() ? holds : List.of(holds))
                .forEach(hold -> table.row(
                        hold.path("code").isTextual()
                                ? "cause " + Text.of(hold.path("code"))
                                : "contract " + Text.of(hold.path("contractId")),
                        Text.of(hold.path("entries")),
                        Text.time(hold.path("since")),
                        hold.path("until").isTextual() ? Text.time(hold.path("until")) : "-",
                        Text.of(hold.path("who")),
                        Text.of(hold.path("reason"))));
        if (table.isEmpty()) {
            out.println("Nothing is on hold.");
        } else {
            table.print(out);
        }
    }
}
