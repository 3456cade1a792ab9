package dev.tailback.operatorcli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import picocli.CommandLine.Option;

/** What pausing and resuming have in common: a reason that must be given, and how things stand afterwards. */
final class PauseOrder {

    @Option(
            names = {"--reason", "--why"},
            converter = Typed.Reason.class,
            paramLabel = "TEXT",
            required = true,
            description = "Everybody sees it, and it is recorded. --why is the old name.")
    private String reason;

    /** @return the exit code */
    int give(Connection connection, String path) {
        return connection.run((app, out) -> {
            JsonNode answer = app.post(path, ServiceApp.body().put("reason", reason));
            connection.show(out, answer, PauseOrder::print);
            return 0;
        });
    }

    /** The same body with the reason in it. */
    ObjectNode reasonIn(ObjectNode body) {
        return body.put("reason", reason);
    }

    private static void print(PrintWriter out, JsonNode pause) {
        out.println(
                pause.path("paused").booleanValue()
                        ? "Paused by " + Text.of(pause.path("who")) + " since " + Text.time(pause.path("at")) + ": "
                                + Text.of(pause.path("reason"))
                        : "Not paused: entries are sent.");
    }
}
