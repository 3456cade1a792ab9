package dev.tailback.operatorcli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ops usage}: entries, or one of them with its history. */
@Command(
        name = "usage",
        description = "Usage entries, or one of them with its history.",
        mixinStandardHelpOptions = true)
final class ShowUsage implements Callable<Integer> {

    @Mixin
    private Connection connection;

    @Parameters(
            arity = "0..1",
            converter = Typed.Line.class,
            paramLabel = "ID",
            defaultValue = "",
            description = "One entry.")
    private String id;

    @Option(
            names = "--state",
            converter = Typed.Line.class,
            paramLabel = "WORD",
            defaultValue = "",
            description = "Waiting, Retrying, Reported, Locked or Rejected.")
    private String state;

    @Option(names = "--counts", description = "Only how many there are in each state.")
    private boolean countsOnly;

    @Mixin
    private Narrowing some;

    @Mixin
    private Watch watch;

    @Option(
            names = "--page",
            converter = Typed.Page.class,
            paramLabel = "N",
            defaultValue = "0",
            description = "From 0, 50 entries each.")
    private int page;

    @Override
    public Integer call() {
        return watch.repeat(() -> connection.run(this::show));
    }

    private int show(ServiceApp app, PrintWriter out) {
        if (!id.isEmpty()) {
            connection.show(out, app.get("/api/usage/" + ServiceApp.encoded(id)), Entries::printOne);
        } else if (countsOnly) {
            connection.show(out, app.get(some.of("/api/usage/counts")), ShowUsage::printCounts);
        } else {
            String list = some.of(ServiceApp.path("/api/usage", "state", state, "page", "" + page));
            connection.show(out, app.get(list), ShowUsage::printPage);
        }
        return 0;
    }

    private static void printCounts(PrintWriter out, JsonNode counts) {
        Table table = new Table("STATE", "ENTRIES");
        counts.path("states").properties().forEach(state -> table.row(state.getKey(), Text.of(state.getValue())));
        table.row("all", Text.of(counts.path("entries"))).print(out);
    }

    private static void printPage(PrintWriter out, JsonNode answer) {
        Entries.print(out, answer.path("entries"));
        if (answer.path("more").booleanValue()) {
            out.println("More follow: --page " + (answer.path("page").asInt() + 1));
        }
    }
}
