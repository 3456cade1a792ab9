package dev.tailback.operatorcli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ops parked}: what Salesforce refuses for good, by cause. */
@Command(
        name = "parked",
        description = "What Salesforce refuses for good, by cause, with what to do.",
        mixinStandardHelpOptions = true)
final class ShowParked implements Callable<Integer> {

    @Mixin
    private Connection connection;

    @Mixin
    private Narrowing some;

    @Mixin
    private Watch watch;

    @Override
    public Integer call() {
        return watch.repeat(() -> connection.run((app, out) -> {
            connection.show(out, app.get(some.of("/api/sync/parked")), ShowParked::print);
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
