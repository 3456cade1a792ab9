package dev.tailback.operatorcli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ops retry}: lets parked entries try again. */
@Command(
        name = "retry",
        description = "Lets parked entries try again, the oldest first. Count them first with --dry-run.",
        mixinStandardHelpOptions = true)
final class Retry implements Callable<Integer> {

    @Mixin
    private Connection connection;

    @ArgGroup(multiplicity = "1")
    private Which which;

    @Option(
            names = "--limit",
            converter = Typed.Limit.class,
            paramLabel = "N",
            defaultValue = "100",
            description = "At most so many, 1 to 1000 (${DEFAULT-VALUE}).")
    private int limit;

    @Option(names = "--dry-run", description = "Only count.")
    private boolean dryRun;

    @Option(
            names = {"--reason", "--why"},
            converter = Typed.Reason.class,
            paramLabel = "TEXT",
            defaultValue = "",
            description = "For the record; needed unless it is a dry run. --why is the old name.")
    private String reason;

    @Option(
            names = "--wait",
            converter = Typed.Wait.class,
            paramLabel = "TIME",
            defaultValue = "0s",
            description = "Wait so long for Salesforce's answers, such as 1m; ends with 1 unless all were accepted.")
    private Duration wait;

    @Spec
    private CommandSpec spec;

    /** One entry, some by their cause or contract, or all: leaving out an option must not retry everything. */
    static final class Which {
        @Option(names = "--entry", converter = Typed.Line.class, paramLabel = "ID", description = "One entry.")
        private String entry;

        @Option(names = "--all", description = "Whatever is parked.")
        private boolean all;

        @ArgGroup(exclusive = false)
        private Narrowing some;
    }

    @Override
    public Integer call() {
        if (!dryRun && reason.isBlank()) {
            throw new ParameterException(spec.commandLine(), "Say why with --reason, or only count with --dry-run.");
        }
        return connection.run((app, out) -> which.entry == null ? many(app, out) : one(app, out));
    }

    private int one(ServiceApp app, PrintWriter out) {
        String entry = ServiceApp.encoded(which.entry);
        if (dryRun) {
            connection.show(out, app.get("/api/usage/" + entry), Retry::printState);
            return 0;
        }
        JsonNode answer =
                app.post(ServiceApp.path("/api/usage/" + entry + "/retry", "reason", reason), ServiceApp.body());
        connection.show(out, answer, Retry::printState);
        return 0;
    }

    private static void printState(PrintWriter out, JsonNode entry) {
        out.println("Entry " + Text.of(entry.path("id")) + " is " + Text.of(entry.path("state")) + ".");
    }

    private int many(ServiceApp app, PrintWriter out) {
        ObjectNode body =
                ServiceApp.body().put("limit", limit).put("dryRun", dryRun).put("reason", reason);
        if (which.some != null) {
            which.some.in(body);
        }
        JsonNode answer = app.post("/api/sync/parked/retry", body);
        connection.show(out, answer, Retry::printCounts);
        return wait.isZero() || !answer.path("operation").isNumber() ? 0 : awaited(app, out, answer);
    }

    private int awaited(ServiceApp app, PrintWriter out, JsonNode answer) {
        String operation = "/api/operations/" + answer.path("operation").asLong();
        JsonNode now = Outcome.await(() -> app.get(operation).path("now"), wait);
        connection.show(out, now, Outcome::print);
        return Outcome.isGood(now) ? 0 : 1;
    }

    private static void printCounts(PrintWriter out, JsonNode answer) {
        String done = answer.path("dryRun").booleanValue() ? " would be asked again, " : " are asked again, ";
        out.println(Text.of(answer.path("matching")) + " parked entries match, "
                + Text.of(answer.path("retried")) + done
                + Text.of(answer.path("remaining")) + " remain parked.");
        if (answer.path("operation").isNumber()) {
            out.println("Whether Salesforce accepts them this time is not known yet: './tailback ops operations "
                    + answer.path("operation").asLong() + "' tells.");
        }
        printLeft(out, answer.path("left"));
    }

    private static void printLeft(PrintWriter out, JsonNode left) {
        Table table = new Table("LEFT AS IT IS", "CONTRACT", "WHY");
        left.forEach(entry -> table.row(
                Text.of(entry.path("entryId")), Text.of(entry.path("contractId")), Text.of(entry.path("reason"))));
        if (!table.isEmpty()) {
            table.print(out);
        }
    }
}
