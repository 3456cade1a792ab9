package dev.tailback.verification.fleet;

import dev.tailback.localservices.ServiceFailed;
import dev.tailback.program.CannotStart;
import dev.tailback.program.ExitCode;
import dev.tailback.program.Program;
import dev.tailback.program.StartFailure;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** Runs a command that starts programs; says in one sentence why it failed. */
public final class Commands {
    private Commands() {}

    /** @return the exit code */
    public static int run(Object command, String... arguments) {
        return Program.line(command)
                .setExecutionExceptionHandler(Commands::sayWhatWentWrong)
                .execute(arguments);
    }

    /** People get a sentence; the log has the stack trace. */
    private static int sayWhatWentWrong(Exception failure, CommandLine line, CommandLine.ParseResult parsed) {
        line.getErr().println("tailback: " + failure.getMessage());
        LoggerFactory.getLogger(Commands.class).debug("The command failed", failure);
        return exitCode(failure);
    }

    static int exitCode(Exception failure) {
        return StartFailure.find(failure, CannotStart.class)
                .map(CannotStart::exitCode)
                .or(() -> StartFailure.find(failure, ServiceFailed.class).map(none -> ExitCode.NOT_AVAILABLE.number()))
                .orElse(ExitCode.FAILED.number());
    }
}
