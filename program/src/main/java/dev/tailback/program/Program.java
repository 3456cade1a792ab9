package dev.tailback.program;

import java.time.Duration;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/**
 * Runs a program's command. Whatever keeps it from starting becomes one sentence for each reason on standard error and
 * an exit code, and a stack trace never.
 */
public final class Program {
    private Program() {}

    /**
     * Ends the process unless the command returns without a failure; what the command started then keeps it alive.
     *
     * @param command of picocli's, with a name
     */
    public static void main(Object command, String... arguments) {
        int exitCode = run(command, arguments);
        if (exitCode != ExitCode.OK.number()) {
            System.exit(exitCode);
        }
    }

    /** The same without an end of the process. */
    public static int run(Object command, String... arguments) {
        return line(command).execute(arguments);
    }

    /**
     * Only reads the arguments, for a start inside another program.
     *
     * @throws CannotStart when an argument is unknown or its value cannot be used
     */
    public static <C> C parsed(C command, String... arguments) {
        CommandLine line = line(command);
        try {
            line.parseArgs(arguments);
            return command;
        } catch (ParameterException refused) {
            throw CannotStart.misconfigured(List.of(sentence(line, refused)));
        }
    }

    /** A command line with these manners; for commands that set more on it. */
    public static CommandLine line(Object command) {
        CommandLine line = new CommandLine(command);
        line.registerConverter(Duration.class, Program::duration);
        line.setParameterExceptionHandler((refused, given) -> {
            line.getErr().println(sentence(line, refused));
            return ExitCode.MISCONFIGURED.number();
        });
        line.setExecutionExceptionHandler((failure, failed, given) -> {
            CannotStart reason = StartFailure.of(line.getCommandName(), failure);
            reason.sentences().forEach(line.getErr()::println);
            return reason.exitCode();
        });
        return line;
    }

    private static Duration duration(String text) {
        try {
            return Durations.parse(text);
        } catch (IllegalArgumentException unreadable) {
            throw new TypeConversionException("it " + unreadable.getMessage());
        }
    }

    private static String sentence(CommandLine line, ParameterException refused) {
        String said = String.valueOf(refused.getMessage()).lines().findFirst().orElse("unusable arguments");
        return line.getCommandName() + ": " + said + " (--help lists the options).";
    }
}
