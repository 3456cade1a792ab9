package dev.tailback.operatorcli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code org mapping suggest}: which objects and fields of the connected org stand for what, and why. */
@Command(
        name = "suggest",
        description = {
            "Suggests which objects and fields of the connected org stand for what, and why. Changes nothing.",
            "Without objects it suggests objects for contracts; with --contract, their lines; with --line, fields and",
            "objects for usage."
        },
        mixinStandardHelpOptions = true)
final class SuggestMapping implements Callable<Integer> {

    @Mixin
    private Connection connection;

    @Option(
            names = "--contract",
            converter = Typed.Line.class,
            paramLabel = "OBJECT",
            defaultValue = "",
            description = "The object of contracts, by its API name, as Order.")
    private String contract;

    @Option(
            names = "--line",
            converter = Typed.Line.class,
            paramLabel = "OBJECT",
            defaultValue = "",
            description = "The object of sold lines, as OrderItem.")
    private String line;

    @Option(
            names = "--usage",
            converter = Typed.Line.class,
            paramLabel = "OBJECT",
            defaultValue = "",
            description = "The object of usage, if there is one.")
    private String usage;

    @Option(
            names = "--sample",
            converter = Typed.Line.class,
            paramLabel = "CONTRACT",
            defaultValue = "",
            description = "A contract's number or its id in Salesforce, or 'first': shows what each field holds there.")
    private String sample;

    @Option(
            names = "--write",
            paramLabel = "FILE",
            description = "Write the suggestions as a mapping file with the reasons as comments; the file must be new.")
    private Path file;

    @Override
    public Integer call() {
        return connection.run((app, out) -> {
            JsonNode suggestions = app.get(ServiceApp.path(
                    "/api/org/mapping/suggestions",
                    "contractObject",
                    contract,
                    "lineObject",
                    line,
                    "usageObject",
                    usage,
                    "sample",
                    sample));
            if (file != null) {
                write(suggestions);
            }
            connection.show(out, suggestions, SuggestMapping::print);
            return 0;
        });
    }

    private void write(JsonNode suggestions) {
        String text = suggestions.path("file").asText("");
        if (text.isEmpty()) {
            throw Refusal.beforeItBegan("there is nothing to write yet: choose --contract and --line first.");
        }
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException there) {
            throw Refusal.beforeItBegan("'" + file + "' is there already: name a new file.");
        } catch (IOException unwritable) {
            throw Refusal.beforeItBegan("'" + file + "' cannot be written: name a file in a directory that is yours.");
        }
    }

    private static void print(PrintWriter out, JsonNode answer) {
        objects(out, "contracts (--contract)", answer.path("contractObjects"));
        objects(out, "sold lines (--line)", answer.path("lineObjects"));
        if (!answer.path("ideas").isEmpty()) {
            fields(out, answer.path("ideas"));
            out.println();
            out.println(Text.of(answer.path("sample")));
        }
        objects(out, "usage (--usage)", answer.path("usageObjects"));
        if (nothing(answer)) {
            out.println("No object is suggested. Name one by its API name.");
        }
    }

    private static boolean nothing(JsonNode answer) {
        return List.of("contractObjects", "lineObjects", "usageObjects", "ideas").stream()
                .allMatch(part -> answer.path(part).isEmpty());
    }

    private static void objects(PrintWriter out, String of, JsonNode objects) {
        if (objects.isEmpty()) {
            return;
        }
        out.println("Objects for " + of + ":");
        Table table = new Table("OBJECT", "HOW SURE", "WHY");
        objects.forEach(
                object -> table.row(Text.of(object.path("object")), Text.of(object.path("confidence")), why(object)));
        table.print(out);
    }

    private static void fields(PrintWriter out, JsonNode ideas) {
        Table table = new Table("IDEA", "FIELD", "TYPE", "HOW SURE", "HOLDS", "WHY");
        ideas.forEach(idea -> {
            String name = Text.of(idea.path("idea")) + (idea.path("required").asBoolean() ? " *" : "");
            if (idea.path("kept").isTextual()) {
                table.row(
                        name,
                        Text.of(idea.path("kept")),
                        "",
                        "kept",
                        Text.of(idea.path("keptSample")),
                        "it is mapped already");
            } else if (idea.path("candidates").isEmpty()) {
                table.row(name, "none", "", "", "", none(idea));
            }
            idea.path("candidates")
                    .forEach(candidate -> table.row(
                            name,
                            Text.of(candidate.path("field")),
                            badges(idea, candidate),
                            Text.of(candidate.path("confidence")),
                            Text.of(candidate.path("sample")),
                            why(candidate)));
        });
        table.print(out);
        out.println("* required");
    }

    private static String none(JsonNode idea) {
        return idea.path("required").asBoolean()
                ? "no field is right, and it is required: " + Text.of(idea.path("meaning"))
                : "no field is right; without one, " + Text.of(idea.path("cost"));
    }

    /** What the integration user may do with it, where that matters. */
    private static String badges(JsonNode idea, JsonNode candidate) {
        List<String> badges = new ArrayList<>(List.of(Text.of(candidate.path("type"))));
        if (candidate.path("calculated").asBoolean()) {
            badges.add("computed");
        } else if (!candidate.path("updateable").asBoolean()) {
            badges.add("read only");
        }
        if (idea.path("written").asBoolean()) {
            badges.add("written");
        }
        if (candidate.path("externalId").asBoolean()) {
            badges.add("external id");
        }
        return String.join(", ", badges);
    }

    private static String why(JsonNode suggested) {
        return String.join(
                "; ",
                StreamSupport.stream(suggested.path("reasons").spliterator(), false)
                        .map(reason -> Text.of(reason.path("sentence")))
                        .toList());
    }
}
