package dev.tailback.hub;

import dev.tailback.crm.check.CheckCommand;
import dev.tailback.crm.table.TableSqlCommand;
import dev.tailback.hub.startup.StartHub;
import dev.tailback.program.Environment;
import dev.tailback.program.ExitCode;
import dev.tailback.program.ListenOptions;
import dev.tailback.program.Program;
import io.micronaut.runtime.server.EmbeddedServer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The hub's command line. Without a command it starts the hub; a command tries one thing and ends. */
@Command(
        name = "hub",
        mixinStandardHelpOptions = true,
        version = "hub 0.1.0",
        description =
                "One customer in several CRMs. Starts the hub; everything but the address comes from the environment.")
public final class HubCommand implements Runnable {

    private static final int STANDARD_PORT = 8085;

    @Mixin
    private ListenOptions listen;

    public static void main(String[] arguments) {
        // Other programs have this jar among theirs, and a logback.xml of their own.
        System.setProperty("logback.configurationFile", "hub-logback.xml");
        CommandLine line = Program.line(new HubCommand());
        line.addSubcommand(new CheckCommand(System.getenv()));
        line.addSubcommand(new TableSqlCommand());
        int exitCode = line.execute(arguments);
        if (exitCode != ExitCode.OK.number()) {
            System.exit(exitCode);
        }
    }

    @Override
    public void run() {
        EmbeddedServer running =
                StartHub.start(System.getenv(), listen.endpoint(Environment.of(System.getenv()), STANDARD_PORT));
        Runtime.getRuntime().addShutdownHook(new Thread(running::close, "stop"));
    }
}
