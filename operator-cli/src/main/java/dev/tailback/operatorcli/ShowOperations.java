package dev.tailback.operatorcli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ops operations}: who did what, and for what reason. {@code acts} is the old name, for one version. */
@Command(
        name = "operations",
        aliases = "acts",
        description = "What operators did, the newest first.",
        mixinStandardHelpOptions = true)
final class ShowOperations implements Callable<Integer> {

    @Mixin
    private Connection connection;

    @Mixin
    private Span span;

    @Mixin
    private Watch watch;

    @Parameters(
            arity = "0..1",
            converter = Typed.Number.class,
            paramLabel = "NUMBER",
            description = "One operation, with what became of its entries.")
    private Long number;

    @Option(
            names = "--who",
            converter = Typed.Line.class,
            paramLabel = "NAME",
            defaultValue = "",
            description = "Those of this account.")
    private String who;

    @Option(
            names = "--what",
            converter = Typed.Line.class,
            paramLabel = "WORD",
            defaultValue = "",
            description =
                    "PAUSED, RESUMED, HELD, RELEASED, RETRIED, REVERTED, RECONCILED, REPAIRED, DELETED, MAPPED or PROVED.")
    private String what;

    @Option(
            names = "--page",
            converter = Typed.Page.class,
            paramLabel = "N",
            defaultValue = "0",
            description = "From 0, 50 operations each.")
    private int page;

    @Override
    public Integer call() {
        return watch.repeat(() -> connection.run((app, out) -> number == null ? list(app, out) : one(app, out)));
    }

    private int list(ServiceApp app, PrintWriter out) {
        String path = ServiceApp.path(
                "/api/operations",
                "who",
                who,
                "what",
                what,
                "since",
                span.since(),
                "until",
                span.until(),
                "page",
                "" + page);
        connection.show(out, app.get(path), ShowOperations::print);
        return 0;
    }

    /** Ends with 1 while Salesforce has not accepted every entry of it. */
    private int one(ServiceApp app, PrintWriter out) {
        JsonNode outcome = app.get("/api/operations/" + number);
        connection.show(out, outcome, ShowOperations::printOne);
        return outcome.path("entryIds").isEmpty() || Outcome.isGood(outcome.path("now")) ? 0 : 1;
    }

    private static void printOne(PrintWriter out, JsonNode outcome) {
        JsonNode operation = outcome.path("operation");
        new Table("", "")
                .row("Operation", Text.of(operation.path("id")) + " " + Text.of(operation.path("what")))
                .row("At", Text.time(operation.path("at")))
                .row("Who", Text.of(operation.path("who")))
                .row("Reason", Text.of(operation.path("reason")))
                .row("About", about(operation))
                .row("Entries", Text.of(operation.path("entries")))
                .print(out);
        if (!outcome.path("entryIds").isEmpty()) {
            Outcome.print(out, outcome.path("now"));
        }
    }

    private static void print(PrintWriter out, JsonNode answer) {
        Table table = new Table("NUMBER", "AT", "WHO", "WHAT", "ENTRIES", "ABOUT", "REASON");
        answer.path("operations")
                .forEach(operation -> table.row(
                        Text.of(operation.path("id")),
                        Text.time(operation.path("at")),
                        Text.of(operation.path("who")),
                        Text.of(operation.path("what")),
                        Text.of(operation.path("entries")),
                        about(operation),
                        Text.of(operation.path("reason"))));
        if (table.isEmpty()) {
            out.println("No operator has done anything in this time.");
        } else {
            table.print(out);
        }
    }

    private static String about(JsonNode operation) {
        StringBuilder about = new StringBuilder();
        for (String part : new String[] {"code", "contractId", "entryId", "narrowed"}) {
            if (operation.path(part).isTextual()) {
                about.append(about.isEmpty() ? "" : ", ").append(Text.of(operation.path(part)));
            }
        }
        return about.isEmpty() ? "all" : about.toString();
    }
}
