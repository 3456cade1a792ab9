package dev.tailback.operatorcli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ops parked}: what Salesforce refuses for good, by cause. */
@Command(
        name = "parked",
        description = "What Salesforce refuses for good, by cause, with what to do.",
        mixinStandardHelpOptions = true)
final class ShowParked implements Callable<Integer> {

    @Mixin
    private Connection connection;

    @Mixin
    private Span span;

    @Mixin
    private Watch watch;

    @Option(
            names = "--code",
            converter = Typed.Line.class,
            paramLabel = "CODE",
            defaultValue = "",
            description = "Those refused with this code.")
    private String code;

    @Option(
            names = "--contract",
            converter = Typed.Id.class,
            paramLabel = "ID",
            defaultValue = "",
            description = "Those of this contract.")
    private String contract;

    @Option(
            names = "--text",
            converter = Typed.Line.class,
            paramLabel = "TEXT",
            defaultValue = "",
            description = "Those with this text in id, ad, title, customer or reason.")
    private String text;

    @Override
    public Integer call() {
        String path = ServiceApp.path(
                "/api/sync/parked",
                "code",
                code,
                "contractId",
                contract,
                "text",
                text,
                "since",
                span.since(),
                "until",
                span.until());
        return watch.repeat(() -> connection.run((app, out) -> {
            connection.show(out, app.get(path), ShowParked::print);
            return 0;
        }));
    }

    private static void print(PrintWriter out, JsonNode groups) {
        if (groups.isEmpty()) {
            out.println("Nothing is parked.");
            return;
        }
        Table table = new Table("CODE", "ENTRIES", "OLDEST SINCE");
        groups.forEach(group -> table.row(
                Text.of(group.path("code")), Text.of(group.path("count")), Text.ago(group.path("oldestSince"))));
        table.print(out);
        groups.forEach(group -> {
            out.println();
            out.println(Text.of(group.path("code")) + ": " + Text.of(group.path("example")));
            out.println("  " + Text.of(group.path("advice")));
        });
    }
}
