package dev.tailback.hub;

import dev.tailback.crm.check.CheckCommand;
import dev.tailback.crm.table.TableSqlCommand;
import dev.tailback.program.ExitCode;
import dev.tailback.program.Program;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The hub's commands. What it does by itself is not a program yet; a connector can be tried. */
@Command(
        name = "hub",
        mixinStandardHelpOptions = true,
        version = "hub 0.1.0",
        description = "One customer in several CRMs.")
public final class HubCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    public static void main(String[] arguments) {
        CommandLine line = Program.line(new HubCommand());
        line.addSubcommand(new CheckCommand(System.getenv()));
        line.addSubcommand(new TableSqlCommand());
        int exitCode = line.execute(arguments);
        if (exitCode != ExitCode.OK.number()) {
            System.exit(exitCode);
        }
    }

    @Override
    public Integer call() {
        spec.commandLine().getErr().println("hub: say what to do: check or table-sql (--help lists the options).");
        return ExitCode.MISCONFIGURED.number();
    }
}
