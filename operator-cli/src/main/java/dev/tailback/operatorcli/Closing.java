package dev.tailback.operatorcli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ops closing}: drains a contract before it is fulfilled. */
@Command(
        name = "closing",
        description = "Shows contracts that close and what is unsent of them; asks one to close, or takes that back.",
        mixinStandardHelpOptions = true)
final class Closing implements Callable<Integer> {

    @Mixin
    private Connection connection;

    @Option(
            names = "--contract",
            converter = Typed.Id.class,
            paramLabel = "ID",
            defaultValue = "",
            description = "Ask this contract to close: nothing new is booked on it, and what is booked is sent.")
    private String contract;

    @Option(names = "--take-back", description = "Let units be booked on that contract again.")
    private boolean takeBack;

    @Option(
            names = "--reason",
            converter = Typed.Reason.class,
            paramLabel = "TEXT",
            defaultValue = "",
            description = "For staff and for the record; needed with --contract.")
    private String reason;

    @Override
    public Integer call() {
        return connection.run((app, out) -> {
            if (contract.isEmpty() != reason.isEmpty() || takeBack && contract.isEmpty()) {
                throw Refusal.beforeItBegan("give --contract and --reason together.");
            }
            if (!contract.isEmpty()) {
                String path = "/api/finance/closings" + (takeBack ? "/" + contract + "/take-back" : "");
                app.post(path, body());
            }
            connection.show(out, app.get("/api/finance/closings"), Closing::print);
            return 0;
        });
    }

    private JsonNode body() {
        return takeBack
                ? ServiceApp.body().put("reason", reason)
                : ServiceApp.body().put("contractId", contract).put("reason", reason);
    }

    private static void print(PrintWriter out, JsonNode answer) {
        Table table = new Table("CONTRACT", "NUMBER", "STATE", "WAITING", "RETRYING", "REJECTED", "WHO", "REASON");
        answer.path("closings")
                .forEach(one -> table.row(
                        Text.of(one.path("contractId")),
                        Text.of(one.path("contractNumber")),
                        Text.of(one.path("state")),
                        Text.of(one.path("waiting")),
                        Text.of(one.path("retrying")),
                        Text.of(one.path("rejected")),
                        Text.of(one.path("who")),
                        Text.of(one.path("reason"))));
        if (table.isEmpty()) {
            out.println("No contract is closing.");
        } else {
            table.print(out);
        }
    }
}
