package dev.tailback.verification;

import dev.tailback.localservices.ServiceFailed;
import dev.tailback.verification.attack.Attack;
import dev.tailback.verification.benchmarks.Bench;
import dev.tailback.verification.fleet.CannotStart;
import dev.tailback.verification.torture.Torture;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What the script {@code ./tailback} starts to prove and to measure: torture, attack and benchmarks. */
@Command(
        name = "tailback",
        description = "Proves and measures Tailback with its packaged programs.",
        subcommands = {Torture.class, Attack.class, Bench.class},
        mixinStandardHelpOptions = true)
public final class Verification {
    private Verification() {}

    public static void main(String[] arguments) {
        System.exit(execute(arguments));
    }

    /** @return 0, or 1 and a sentence, or 2 when it could not begin */
    public static int execute(String... arguments) {
        CommandLine line = new CommandLine(new Verification());
        line.setExecutionExceptionHandler(Verification::sayWhatWentWrong);
        return line.execute(arguments);
    }

    /** People get a sentence; the log has the stack trace. */
    private static int sayWhatWentWrong(Exception failure, CommandLine line, CommandLine.ParseResult parsed) {
        line.getErr().println("tailback: " + failure.getMessage());
        LoggerFactory.getLogger(Verification.class).debug("The command failed", failure);
        return failure instanceof CannotStart || failure instanceof ServiceFailed ? 2 : 1;
    }
}
