package dev.tailback.operatorcli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ops usage}: entries, or one of them with its history. */
@Command(
        name = "usage",
        description = "Usage entries, or one of them with its history.",
        mixinStandardHelpOptions = true)
final class ShowUsage implements Callable<Integer> {

    @Mixin
    private Connection connection;

    @Parameters(
            arity = "0..1",
            converter = Typed.Line.class,
            paramLabel = "ID",
            defaultValue = "",
            description = "One entry.")
    private String id;

    @Option(
            names = "--state",
            converter = Typed.Line.class,
            paramLabel = "WORD",
            defaultValue = "",
            description = "Waiting, Retrying, Reported, Locked or Rejected.")
    private String state;

    @Option(
            names = "--code",
            converter = Typed.Line.class,
            paramLabel = "CODE",
            defaultValue = "",
            description = "Those with this reason.")
    private String code;

    @Option(
            names = "--contract",
            converter = Typed.Id.class,
            paramLabel = "ID",
            defaultValue = "",
            description = "Those of this contract.")
    private String contract;

    @Option(
            names = "--page",
            converter = Typed.Page.class,
            paramLabel = "N",
            defaultValue = "0",
            description = "From 0, 50 entries each.")
    private int page;

    @Override
    public Integer call() {
        return connection.run((app, out) -> {
            if (id.isEmpty()) {
                String path = ServiceApp.path(
                        "/api/usage", "state", state, "code", code, "contractId", contract, "page", "" + page);
                connection.show(out, app.get(path), ShowUsage::printPage);
            } else {
                connection.show(out, app.get("/api/usage/" + ServiceApp.encoded(id)), Entries::printOne);
            }
            return 0;
        });
    }

    private static void printPage(PrintWriter out, JsonNode answer) {
        Entries.print(out, answer.path("entries"));
        if (answer.path("more").booleanValue()) {
            out.println("More follow: --page " + (answer.path("page").asInt() + 1));
        }
    }
}
