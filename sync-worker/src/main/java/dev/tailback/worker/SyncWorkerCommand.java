package dev.tailback.worker;

import dev.tailback.program.Environment;
import dev.tailback.program.ListenOptions;
import io.micronaut.runtime.EmbeddedApplication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The command line of the sync worker. */
@Command(
        name = "sync-worker",
        description = "Drains the usage queue into Salesforce. Everything but the address comes from the environment.",
        mixinStandardHelpOptions = true)
final class SyncWorkerCommand implements Runnable {
    static final int STANDARD_PORT = 8081;

    @Mixin
    private ListenOptions listen;

    @Override
    public void run() {
        Environment environment = Environment.of(System.getenv());
        EmbeddedApplication<?> running = Application.start(environment, listen);
        Runtime.getRuntime().addShutdownHook(new Thread(running::close, "stop"));
    }

    ListenOptions listen() {
        return listen;
    }
}
