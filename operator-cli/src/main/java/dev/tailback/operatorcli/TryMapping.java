package dev.tailback.operatorcli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code org mapping try}: what a file would read of one contract, and what would be sent. */
@Command(
        name = "try",
        description = "What would be read of one contract by a file, and what would be sent for it. Writes nothing.",
        mixinStandardHelpOptions = true)
final class TryMapping implements Callable<Integer> {

    @Mixin
    private Connection connection;

    @Mixin
    private MappingFile file;

    @Option(
            names = "--contract",
            converter = Typed.Id.class,
            paramLabel = "ID",
            required = true,
            description = "A contract's id in Salesforce.")
    private String contract;

    @Override
    public Integer call() {
        return connection.run((app, out) -> {
            ObjectNode body = ServiceApp.body().put("yaml", file.text()).put("recordId", contract);
            connection.show(out, app.post(OrgMapping.PATH + "/dry-run", body), TryMapping::print);
            return 0;
        });
    }

    private static void print(PrintWriter out, JsonNode answer) {
        Table table = new Table("IDEA", "FIELD", "HOLDS");
        values(table, answer.path("contract"));
        answer.path("lines").forEach(line -> {
            table.row("line " + Text.of(line.path("id")), "", "");
            values(table, line.path("values"));
        });
        table.print(out);
        out.println(
                answer.path("fulfilled").asBoolean()
                        ? "The contract counts as fulfilled: its usage is locked."
                        : "The contract counts as open.");
        out.println("Would be sent for a made-up entry: " + Text.of(answer.path("sent")));
        answer.path("notes").forEach(note -> out.println(Text.of(note)));
    }

    private static void values(Table table, JsonNode values) {
        values.forEach(value ->
                table.row(Text.of(value.path("idea")), Text.of(value.path("field")), Text.of(value.path("value"))));
    }
}
