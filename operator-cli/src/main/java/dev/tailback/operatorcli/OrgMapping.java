package dev.tailback.operatorcli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code org mapping}: which objects and fields of the org stand for Tailback's ideas. */
@Command(
        name = "mapping",
        description = "Which objects and fields of the org stand for Tailback's ideas: reads, checks and changes it.",
        subcommands = {
            OrgMapping.Show.class,
            OrgMapping.Versions.class,
            OrgMapping.Diff.class,
            OrgMapping.Check.class,
            TryMapping.class,
            SuggestMapping.class,
            OrgMappingOrders.Put.class,
            OrgMappingOrders.RollBack.class
        },
        mixinStandardHelpOptions = true)
final class OrgMapping implements Runnable {

    static final String PATH = "/api/org/mapping";

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do; './tailback org mapping --help' lists it.");
    }

    /** {@code org mapping show}. */
    @Command(
            name = "show",
            description = "The mapping in use. What is printed can be changed and put.",
            mixinStandardHelpOptions = true)
    static final class Show implements Callable<Integer> {

        @Mixin
        private Connection connection;

        @Override
        public Integer call() {
            return connection.run((app, out) -> {
                connection.show(out, app.get(PATH), Show::print);
                return 0;
            });
        }

        /** The first line is a comment, so that all of it is a mapping's file. */
        private static void print(PrintWriter out, JsonNode mapping) {
            out.println("# " + described(mapping));
            mapping.path("yaml").asText().lines().map(Text::plain).forEach(out::println);
        }
    }

    /** {@code org mapping versions}. */
    @Command(
            name = "versions",
            description = "All versions with author and note, the newest first; the first one is in use.",
            mixinStandardHelpOptions = true)
    static final class Versions implements Callable<Integer> {

        @Mixin
        private Connection connection;

        @Option(
                names = "--page",
                converter = Typed.Page.class,
                paramLabel = "N",
                defaultValue = "0",
                description = "From 0, 50 versions each.")
        private int page;

        @Override
        public Integer call() {
            return connection.run((app, out) -> {
                JsonNode answer = app.get(ServiceApp.path(PATH + "/versions", "page", "" + page));
                connection.show(out, answer, Versions::print);
                return 0;
            });
        }

        private static void print(PrintWriter out, JsonNode answer) {
            Table table = new Table("VERSION", "AT", "WHO", "BACK TO", "NOTE");
            answer.path("versions")
                    .forEach(version -> table.row(
                            Text.of(version.path("version")),
                            Text.time(version.path("at")),
                            Text.of(version.path("who")),
                            Text.of(version.path("rolledBackTo")),
                            Text.of(version.path("note"))));
            table.print(out);
        }
    }

    /** {@code org mapping diff}. */
    @Command(name = "diff", description = "What a version changed.", mixinStandardHelpOptions = true)
    static final class Diff implements Callable<Integer> {

        @Mixin
        private Connection connection;

        @Parameters(paramLabel = "N", converter = Typed.Number.class, description = "The version.")
        private long version;

        @Override
        public Integer call() {
            return connection.run((app, out) -> {
                connection.show(out, app.get(PATH + "/versions/" + version), Diff::print);
                return 0;
            });
        }

        private static void print(PrintWriter out, JsonNode mapping) {
            out.println(described(mapping));
            printChanges(out, mapping.path("changes"));
        }
    }

    /** {@code org mapping check}. */
    @Command(
            name = "check",
            description = "What a file would mean in the connected org, and what it would change. Changes nothing. Ends"
                    + " with 1 when something is broken, or Salesforce cannot be asked.",
            mixinStandardHelpOptions = true)
    static final class Check implements Callable<Integer> {

        @Mixin
        private Connection connection;

        @Mixin
        private MappingFile file;

        @Override
        public Integer call() {
            return connection.run((app, out) -> {
                ObjectNode body = ServiceApp.body().put("yaml", file.text());
                JsonNode answer = app.post(PATH + "/check", body);
                connection.show(out, answer, Check::print);
                return answer.path("verdict").asText().equals("usable") ? 0 : 1;
            });
        }

        private static void print(PrintWriter out, JsonNode answer) {
            Table table = new Table("", "ABOUT", "SENTENCE");
            answer.path("findings")
                    .forEach(finding -> table.row(
                                    Text.of(finding.path("severity")),
                                    Text.of(finding.path("about")),
                                    Text.of(finding.path("sentence")))
                            .row("", "", "Mend: " + Text.of(finding.path("mend"))));
            if (!table.isEmpty()) {
                table.print(out);
            }
            printChanges(out, answer.path("changes"));
            if (!answer.path("movesUsage").isEmpty()) {
                out.println("Usage that was reported before would not be found any more: put it with --leave-reported,"
                        + " or change nothing of it.");
            }
            out.println(verdict(answer));
        }

        private static String verdict(JsonNode answer) {
            return switch (answer.path("verdict").asText()) {
                case "usable" -> "The org has what this mapping names.";
                case "broken" -> "The org cannot keep this mapping.";
                default ->
                    "Nobody can say whether the org has what this mapping names, because Salesforce cannot be asked ("
                            + Text.of(answer.path("code")) + "): " + Text.of(answer.path("reason"));
            };
        }
    }

    static String described(JsonNode mapping) {
        String version = "Version " + Text.of(mapping.path("version")) + ", '" + Text.of(mapping.path("name")) + "'";
        return mapping.path("who").isTextual()
                ? version + ", by " + Text.of(mapping.path("who")) + " at " + Text.time(mapping.path("at")) + ": "
                        + Text.of(mapping.path("note"))
                : version + ", as Tailback brings it along";
    }

    static void printChanges(PrintWriter out, JsonNode changes) {
        Table table = new Table("CHANGED", "BEFORE", "AFTER");
        changes.forEach(change -> table.row(
                Text.of(change.path("about")), Text.of(change.path("before")), Text.of(change.path("after"))));
        if (table.isEmpty()) {
            out.println("It changes no object, field or condition.");
        } else {
            table.print(out);
        }
    }
}
