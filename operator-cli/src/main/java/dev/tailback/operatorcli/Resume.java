package dev.tailback.operatorcli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ops resume}. */
@Command(name = "resume", description = "Sending goes on.", mixinStandardHelpOptions = true)
final class Resume implements Callable<Integer> {

    @Mixin
    private Connection connection;

    @Mixin
    private PauseOrder order;

    @Override
    public Integer call() {
        return order.give(connection, "/api/sync/resume");
    }
}
