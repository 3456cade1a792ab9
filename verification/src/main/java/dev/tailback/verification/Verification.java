package dev.tailback.verification;

import dev.tailback.verification.attack.Attack;
import dev.tailback.verification.benchmarks.Bench;
import dev.tailback.verification.fleet.Commands;
import dev.tailback.verification.torture.Torture;
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

    /** @return the exit code */
    public static int execute(String... arguments) {
        return Commands.run(new Verification(), arguments);
    }
}
