package dev.tailback.operatorcli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ops pause}. */
@Command(
        name = "pause",
        description = "Nothing more is sent until a person resumes, also after restarts.",
        mixinStandardHelpOptions = true)
final class Pause implements Callable<Integer> {

    @Mixin
    private Connection connection;

    @Mixin
    private PauseOrder order;

    @Override
    public Integer call() {
        return order.give(connection, "/api/sync/pause");
    }
}
