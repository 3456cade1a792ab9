package dev.tailback.standalone;

import dev.tailback.verification.fleet.CannotStart;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
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
        CommandLine line = new CommandLine(new Tailback());
        line.setExecutionExceptionHandler(Tailback::sayWhatWentWrong);
        System.exit(line.execute(arguments));
    }

    /** People get a sentence; the log has the stack trace. */
    private static int sayWhatWentWrong(Exception failure, CommandLine line, CommandLine.ParseResult parsed) {
        line.getErr().println("tailback: " + failure.getMessage());
        LoggerFactory.getLogger(Tailback.class).debug("The command failed", failure);
        return failure instanceof CannotStart ? 2 : 1;
    }
}
