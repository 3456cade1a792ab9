package dev.tailback.operatorcli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code org drift}: what is otherwise in the org than when the mapping was put in use. */
@Command(
        name = "drift",
        description = "Whether the org has changed since the mapping was put in use, and what to do. Ends with 1 while"
                + " anything is lossy, breaking or unknown.",
        mixinStandardHelpOptions = true)
final class OrgDrift implements Callable<Integer> {

    @Mixin
    private Connection connection;

    @Option(names = "--look", description = "Describe the org now, as a whole. Without it: as of the last look.")
    private boolean look;

    @Option(names = "--page", description = "Older versions of what was seen: 0 for the newest, up to 2000.")
    private int page;

    @Override
    public Integer call() {
        return connection.run((app, out) -> {
            if (look) {
                app.post("/api/org/drift/look", JsonNodeFactory.instance.objectNode());
            }
            JsonNode found = app.get("/api/org/drift?page=" + page);
            connection.show(out, found, OrgDrift::print);
            String state = found.path("now").path("state").asText("");
            return state.equals("none") || state.equals("harmless") ? 0 : 1;
        });
    }

    private static void print(PrintWriter out, JsonNode found) {
        JsonNode now = found.path("now");
        out.println("The org against version " + Text.of(now.path("mappingVersion")) + " of the mapping: "
                + Text.of(now.path("state"))
                + (now.path("since").isTextual() ? " since " + Text.time(now.path("since")) : "")
                + (now.path("lookedAt").isTextual() ? ", last looked " + Text.ago(now.path("lookedAt")) : "") + ".");
        if (now.path("reason").isTextual()) {
            out.println("! It could not be looked at: " + Text.of(now.path("reason")));
        }
        changes(out, now.path("changes"));
        effects(out, found.path("effects"));
        versions(out, found.path("versions"));
    }

    private static void effects(PrintWriter out, JsonNode effects) {
        Table table = new Table("FROM", "MAPPING", "LEFT OUT", "STOPPED");
        effects.forEach(effect -> {
            List<String> fields = new ArrayList<>();
            effect.path("suspended").forEach(field -> fields.add(field.asText()));
            table.row(
                    Text.time(effect.path("at")),
                    Text.of(effect.path("mappingVersion")),
                    fields.isEmpty() ? "nothing" : String.join(", ", fields),
                    effect.path("stopped").isTextual() ? "sending" : "nothing");
        });
        if (!table.isEmpty()) {
            out.println();
            table.print(out);
        }
    }

    static void changes(PrintWriter out, JsonNode changes) {
        Table table = new Table("", "STOPS", "ABOUT", "PERHAPS NOW", "WHAT IS SO");
        Table mends = new Table("", "WHAT TO DO");
        changes.forEach(change -> {
            table.row(
                    Text.of(change.path("weight")),
                    Text.of(change.path("stops")),
                    Text.of(change.path("about")),
                    Text.of(change.path("suggested")),
                    Text.of(change.path("sentence")));
            if (!change.path("weight").asText("").equals("harmless")) {
                mends.row(Text.of(change.path("about")), Text.of(change.path("mend")));
            }
        });
        if (!table.isEmpty()) {
            table.print(out);
        }
        if (!mends.isEmpty()) {
            out.println();
            mends.print(out);
        }
    }

    private static void versions(PrintWriter out, JsonNode versions) {
        Table table = new Table("SEEN", "AT", "MAPPING", "WEIGHT", "CHANGES");
        versions.forEach(version -> table.row(
                Text.of(version.path("number")),
                Text.time(version.path("at")),
                Text.of(version.path("mappingVersion")),
                Text.of(version.path("weight")),
                String.valueOf(version.path("changes").size())));
        if (!table.isEmpty()) {
            out.println();
            table.print(out);
        }
    }
}
