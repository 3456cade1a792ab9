package dev.tailback.operatorcli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ops alerts}: what is wrong now, and whether people were told. */
@Command(
        name = "alerts",
        description = "What is wrong now, and whether people were told. Ends with 1 while anything is.",
        mixinStandardHelpOptions = true)
final class ShowAlerts implements Callable<Integer> {

    @Mixin
    private Connection connection;

    @Mixin
    private Watch watch;

    @Override
    public Integer call() {
        return watch.repeat(() -> connection.run((app, out) -> {
            JsonNode answer = app.get("/api/alerts");
            connection.show(out, answer, ShowAlerts::print);
            return answer.path("alerts").isEmpty() ? 0 : 1;
        }));
    }

    private static void print(PrintWriter out, JsonNode answer) {
        Table table = new Table("KIND", "ABOUT", "SINCE", "TOLD", "MESSAGE");
        answer.path("alerts")
                .forEach(alert -> table.row(
                        Text.of(alert.path("kind")),
                        Text.of(alert.path("subject")),
                        Text.time(alert.path("since")),
                        Text.yesNo(alert.path("told")),
                        Text.of(alert.path("message"))));
        if (table.isEmpty()) {
            out.println("Nothing is wrong.");
        } else {
            table.print(out);
        }
        StringBuilder channels = new StringBuilder();
        answer.path("channels")
                .forEach(channel ->
                        channels.append(channels.isEmpty() ? "" : ", ").append(Text.of(channel)));
        out.println("Told by " + (channels.isEmpty() ? "no channel: none is configured" : channels) + "; "
                + Text.of(answer.path("undelivered")) + " messages are not delivered.");
    }
}
