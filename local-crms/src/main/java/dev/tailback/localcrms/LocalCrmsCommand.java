package dev.tailback.localcrms;

import dev.tailback.program.ExitCode;
import dev.tailback.program.Program;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Starts a CRM on this machine; which one says the subcommand. */
@Command(
        name = "local-crms",
        mixinStandardHelpOptions = true,
        version = "local-crms 0.1.0",
        description = "CRMs on your machine.",
        subcommands = HubSpotCommand.class)
public final class LocalCrmsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    public static void main(String[] arguments) {
        Program.main(new LocalCrmsCommand(), arguments);
    }

    @Override
    public Integer call() {
        spec.commandLine().getErr().println("local-crms: say which CRM: hubspot (--help lists the options).");
        return ExitCode.MISCONFIGURED.number();
    }
}
