package dev.tailback.standalone.ops;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ops resume}. */
@Command(name = "resume", description = "Sending goes on.", mixinStandardHelpOptions = true)
final class Resume implements Callable<Integer> {

    @Mixin
    private Connection connection;

    @Option(
            names = "--why",
            paramLabel = "TEXT",
            required = true,
            description = "Everybody sees it, and it is recorded.")
    private String why;

    @Override
    public Integer call() {
        return connection.run((app, out) -> {
            JsonNode answer = app.post("/api/sync/resume", ServiceApp.body().put("why", why));
            connection.show(out, answer, Resume::print);
            return 0;
        });
    }

    private static void print(PrintWriter out, JsonNode pause) {
        out.println(
                pause.path("paused").booleanValue()
                        ? "Paused by " + Text.of(pause.path("who")) + " since " + Text.time(pause.path("at")) + ": "
                                + Text.of(pause.path("why"))
                        : "Not paused: entries are sent.");
    }
}
