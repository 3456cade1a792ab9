package dev.tailback.operatorcli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code org doctor}: what is reachable, permitted and mapped, each with its mend. */
@Command(
        name = "doctor",
        description =
                "What is reachable, permitted and mapped, and how to mend what is not. Ends with 1 while anything is"
                        + " broken.",
        mixinStandardHelpOptions = true)
final class Doctor implements Callable<Integer> {

    @Mixin
    private Connection connection;

    @Override
    public Integer call() {
        return connection.run((app, out) -> {
            JsonNode found = app.get("/api/org/doctor");
            connection.show(out, found, Doctor::print);
            return found.path("sound").asBoolean(false) ? 0 : 1;
        });
    }

    private static void print(PrintWriter out, JsonNode found) {
        Table table = new Table("", "AREA", "ABOUT", "WHAT IS SO");
        found.path("lines")
                .forEach(line -> table.row(
                        Text.of(line.path("verdict")),
                        Text.of(line.path("area")),
                        Text.of(line.path("about")),
                        Text.of(line.path("sentence"))));
        table.print(out);
        mends(out, found.path("lines"));
        out.println(
                found.path("sound").asBoolean(false)
                        ? "Nothing is broken."
                        : "Something is broken, or could not be found out.");
    }

    private static void mends(PrintWriter out, JsonNode lines) {
        Table table = new Table("", "WHAT TO DO");
        lines.forEach(line -> {
            if (line.path("mend").isTextual()) {
                table.row(Text.of(line.path("about")), Text.of(line.path("mend")));
            }
        });
        if (!table.isEmpty()) {
            out.println();
            table.print(out);
            out.println();
        }
    }
}
