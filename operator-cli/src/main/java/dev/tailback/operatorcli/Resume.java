package dev.tailback.operatorcli;

import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ops resume}. */
@Command(
        name = "resume",
        description = "Sending goes on, or that of one contract or cause.",
        mixinStandardHelpOptions = true)
final class Resume implements Callable<Integer> {

    @Mixin
    private Connection connection;

    @Mixin
    private PauseOrder order;

    @ArgGroup
    private Hold hold;

    @Override
    public Integer call() {
        return hold == null
                ? order.give(connection, "/api/sync/resume")
                : connection.run((app, out) -> {
                    connection.show(out, app.post("/api/sync/holds/release", order.reasonIn(hold.body())), Hold::print);
                    return 0;
                });
    }
}
