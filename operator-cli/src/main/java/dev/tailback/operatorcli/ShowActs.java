package dev.tailback.operatorcli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ops acts}: who did what, and why. */
@Command(name = "acts", description = "What operators did, the newest first.", mixinStandardHelpOptions = true)
final class ShowActs implements Callable<Integer> {

    @Mixin
    private Connection connection;

    @Option(
            names = "--page",
            converter = Typed.Page.class,
            paramLabel = "N",
            defaultValue = "0",
            description = "From 0, 50 acts each.")
    private int page;

    @Override
    public Integer call() {
        return connection.run((app, out) -> {
            connection.show(out, app.get(ServiceApp.path("/api/operations", "page", "" + page)), ShowActs::print);
            return 0;
        });
    }

    private static void print(PrintWriter out, JsonNode answer) {
        Table table = new Table("AT", "WHO", "WHAT", "ENTRIES", "ABOUT", "WHY");
        answer.path("acts")
                .forEach(act -> table.row(
                        Text.time(act.path("at")),
                        Text.of(act.path("who")),
                        Text.of(act.path("what")),
                        Text.of(act.path("entries")),
                        about(act),
                        Text.of(act.path("why"))));
        if (table.isEmpty()) {
            out.println("Nobody has done anything yet.");
        } else {
            table.print(out);
        }
    }

    private static String about(JsonNode act) {
        StringBuilder about = new StringBuilder();
        for (String part : new String[] {"code", "contractId", "entryId"}) {
            if (act.path(part).isTextual()) {
                about.append(about.isEmpty() ? "" : ", ").append(Text.of(act.path(part)));
            }
        }
        return about.isEmpty() ? "all" : about.toString();
    }
}
