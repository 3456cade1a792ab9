package dev.tailback.standalone;

import dev.tailback.verification.fleet.Commands;
import picocli.CommandLine.Command;

/** What the script {@code ./tailback} starts in this module: everything at once, on embedded parts. */
@Command(
        name = "tailback",
        description = "Usage gets back into Salesforce, and nothing is lost.",
        subcommands = Demo.class,
        mixinStandardHelpOptions = true)
public final class Tailback {
    private Tailback() {}

    public static void main(String[] arguments) {
        System.exit(Commands.run(new Tailback(), arguments));
    }
}
