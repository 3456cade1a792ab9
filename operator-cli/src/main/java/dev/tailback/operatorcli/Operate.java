package dev.tailback.operatorcli;

import dev.tailback.program.ExitCode;
import picocli.CommandLine;

/** The program that {@code ./tailback ops} starts. */
public final class Operate {
    private Operate() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Ops()).setExecutionExceptionHandler(Operate::sayWhatWentWrong);
    }

    private static int sayWhatWentWrong(Exception failure, CommandLine line, CommandLine.ParseResult parsed) {
        line.getErr().println("tailback: " + failure.getMessage());
        return ExitCode.FAILED.number();
    }
}
