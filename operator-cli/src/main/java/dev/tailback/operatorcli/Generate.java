package dev.tailback.operatorcli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code org generate}: the SFDX source of what the connected org lacks around its own lines. */
@Command(
        name = "generate",
        description = {
            "Writes what the connected org lacks around its own lines as an SFDX project: the usage object, its rules,",
            "roll-ups, rights and views, the finished mapping, and a README. Changes nothing in the org."
        },
        mixinStandardHelpOptions = true)
final class Generate implements Callable<Integer> {

    /** The service app takes mappings of 64 KB. */
    private static final long LARGEST = 256L * 1024;

    @Mixin
    private Connection connection;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "A directory that is new or empty.")
    private Path directory;

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "The mapping to make the rest for; it may lack the part 'usage'. Without it: the one in use.")
    private Path mapping;

    @Option(
            names = "--usage-object",
            converter = Typed.Line.class,
            paramLabel = "NAME",
            defaultValue = "",
            description = "What the usage object shall be called, as Ad_Usage__c.")
    private String usageObject;

    @Option(
            names = "--prefix",
            converter = Typed.Line.class,
            paramLabel = "TEXT",
            defaultValue = "",
            description = "Stands before each new name on your own objects, as Acme_.")
    private String prefix;

    @Option(
            names = "--lookup",
            description = "Tie the usage to the line by a lookup, also where it could be a detail of it.")
    private boolean lookup;

    @Override
    public Integer call() {
        return connection.run((app, out) -> {
            NewDirectory target = NewDirectory.at(directory);
            JsonNode generated = app.post("/api/org/generate", body());
            target.write(generated.path("files"));
            connection.show(out, generated, this::print);
            return 0;
        });
    }

    private ObjectNode body() {
        ObjectNode body = ServiceApp.body().put("lookup", lookup);
        if (mapping != null) {
            body.put("yaml", text(mapping));
        }
        if (!usageObject.isEmpty()) {
            body.put("usageObject", usageObject);
        }
        if (!prefix.isEmpty()) {
            body.put("prefix", prefix);
        }
        return body;
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw Refusal.beforeItBegan("'" + file + "' is too large to be a mapping.");
            }
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw Refusal.beforeItBegan(
                    "'" + file + "' cannot be read as text: name the file of a mapping, written in UTF-8.");
        }
    }

    private void print(PrintWriter out, JsonNode generated) {
        out.println(generated.path("files").size() + " files are in '" + directory + "'.");
        list(out, "What this org cannot have:", generated.path("costs"));
        list(out, "What is there already, and left as it is:", generated.path("kept"));
        out.println("Read '" + directory.resolve("README.md") + "' next: it says how to deploy them.");
    }

    private static void list(PrintWriter out, String heading, JsonNode sentences) {
        if (!sentences.isEmpty()) {
            out.println(heading);
            sentences.forEach(sentence -> out.println("- " + Text.of(sentence)));
        }
    }
}
