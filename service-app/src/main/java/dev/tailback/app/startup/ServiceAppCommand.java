package dev.tailback.app.startup;

import dev.tailback.program.Endpoint;
import dev.tailback.program.Environment;
import dev.tailback.program.ListenOptions;
import java.util.function.BiConsumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command line of the service app. */
@Command(
        name = "service-app",
        description = "Takes ads and writes their usage to Salesforce. Everything but the address comes from the"
                + " environment.",
        mixinStandardHelpOptions = true)
public final class ServiceAppCommand implements Runnable {
    private static final int STANDARD_PORT = 8080;

    private final BiConsumer<Environment, Endpoint> start;

    @Mixin
    private ListenOptions listen;

    @Option(names = "--migrate", description = "Brings the tables of PostgreSQL up to date as their owner and ends.")
    private boolean migrate;

    @Option(
            names = "--create-admin",
            paramLabel = "NAME",
            description =
                    "Makes an account an admin that can log in, with a password from the terminal or the first line"
                            + " of the standard input, and ends. For the first account, or when the last admin lost the password.")
    private String admin;

    /** @param start what is done unless the tables are to be brought up to date */
    public ServiceAppCommand(BiConsumer<Environment, Endpoint> start) {
        this.start = start;
    }

    @Override
    public void run() {
        Environment environment = Environment.of(System.getenv());
        if (migrate) {
            Migrate.database(environment);
        } else if (admin != null) {
            CreateAdmin.named(admin, TypedPassword.ofThisProcess(), environment);
        } else {
            start.accept(environment, endpoint(environment));
        }
    }

    public Endpoint endpoint(Environment environment) {
        return listen.endpoint(environment, STANDARD_PORT);
    }
}
