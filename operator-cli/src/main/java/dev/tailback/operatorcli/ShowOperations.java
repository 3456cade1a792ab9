package dev.tailback.operatorcli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ops operations}: who did what, and for what reason. {@code acts} is the old name, for one version. */
@Command(
        name = "operations",
        aliases = "acts",
        description = "What operators did, the newest first.",
        mixinStandardHelpOptions = true)
final class ShowOperations implements Callable<Integer> {

    @Mixin
    private Connection connection;

    @Option(
            names = "--page",
            converter = Typed.Page.class,
            paramLabel = "N",
            defaultValue = "0",
            description = "From 0, 50 operations each.")
    private int page;

    @Override
    public Integer call() {
        return connection.run((app, out) -> {
            connection.show(out, app.get(ServiceApp.path("/api/operations", "page", "" + page)), ShowOperations::print);
            return 0;
        });
    }

    private static void print(PrintWriter out, JsonNode answer) {
        Table table = new Table("AT", "WHO", "WHAT", "ENTRIES", "ABOUT", "REASON");
        answer.path("operations")
                .forEach(operation -> table.row(
                        Text.time(operation.path("at")),
                        Text.of(operation.path("who")),
                        Text.of(operation.path("what")),
                        Text.of(operation.path("entries")),
                        about(operation),
                        Text.of(operation.path("reason"))));
        if (table.isEmpty()) {
            out.println("No operator has done anything yet.");
        } else {
            table.print(out);
        }
    }

    private static String about(JsonNode operation) {
        StringBuilder about = new StringBuilder();
        for (String part : new String[] {"code", "contractId", "entryId"}) {
            if (operation.path(part).isTextual()) {
                about.append(about.isEmpty() ? "" : ", ").append(Text.of(operation.path(part)));
            }
        }
        return about.isEmpty() ? "all" : about.toString();
    }
}
