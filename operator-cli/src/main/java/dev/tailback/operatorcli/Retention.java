package dev.tailback.operatorcli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ops retention}: what is kept, and how long; deletes what is spent. */
@Command(
        name = "retention",
        description = "Shows what is kept, and how long; deletes what is spent. Count it first with --dry-run.",
        mixinStandardHelpOptions = true)
final class Retention implements Callable<Integer> {

    @Mixin
    private Connection connection;

    @ArgGroup(exclusive = false)
    private Deletion deletion;

    @Spec
    private CommandSpec spec;

    /** What to delete: both must be said, so that a slip deletes nothing. */
    static final class Deletion {
        @Option(
                names = "--delete",
                required = true,
                converter = Typed.Line.class,
                paramLabel = "KIND",
                description = "Delete this kind of data: samples, comparisons, messages, answers or sessions.")
        private String kind;

        @Option(
                names = "--older-than",
                required = true,
                converter = Typed.Days.class,
                paramLabel = "DAYS",
                description = "Only what is older than so many days.")
        private int olderThanDays;

        @Option(names = "--dry-run", description = "Only count.")
        private boolean dryRun;

        @Option(
                names = "--reason",
                converter = Typed.Reason.class,
                paramLabel = "TEXT",
                defaultValue = "",
                description = "For the record; needed unless it is a dry run.")
        private String reason = "";
    }

    @Override
    public Integer call() {
        if (deletion != null && !deletion.dryRun && deletion.reason.isBlank()) {
            throw new ParameterException(spec.commandLine(), "Say why with --reason, or only count with --dry-run.");
        }
        return connection.run((app, out) -> {
            if (deletion == null) {
                connection.show(out, app.get("/api/retention"), KindsOfData::print);
            } else {
                delete(app, out);
            }
            return 0;
        });
    }

    /** One call deletes some thousand rows; it is repeated until none remains. */
    private void delete(ServiceApp app, PrintWriter out) {
        JsonNode answer;
        do {
            answer = app.post(
                    "/api/retention/delete",
                    ServiceApp.body()
                            .put("kind", deletion.kind)
                            .put("olderThanDays", deletion.olderThanDays)
                            .put("dryRun", deletion.dryRun)
                            .put("reason", deletion.reason));
            connection.show(out, answer, Retention::print);
            out.flush();
        } while (answer.path("deleted").asLong() > 0 && answer.path("remaining").asLong() > 0);
    }

    private static void print(PrintWriter out, JsonNode answer) {
        String about = Text.of(answer.path("kind")) + " older than " + Text.of(answer.path("olderThanDays")) + " days";
        String atLeast = answer.path("exact").booleanValue() ? "" : "more than ";
        if (answer.path("dryRun").booleanValue()) {
            out.println(atLeast + Text.of(answer.path("matching")) + " rows of " + about + " would be deleted.");
        } else if (answer.path("operation").isNumber()) {
            out.println(Text.of(answer.path("deleted")) + " rows of " + about + " are deleted, "
                    + Text.of(answer.path("remaining")) + " remain. Recorded as operation "
                    + Text.of(answer.path("operation")) + ".");
        } else {
            out.println("There are no " + about + "; nothing was deleted.");
        }
        out.println("What stays: " + Text.of(answer.path("stays")));
    }
}
