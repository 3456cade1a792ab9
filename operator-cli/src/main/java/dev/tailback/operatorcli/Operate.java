package dev.tailback.operatorcli;

import dev.tailback.program.ExitCode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** The program that {@code ./tailback ops} starts. */
public final class Operate {
    private Operate() {}

    public static void main(String[] arguments) {
        System.exit(commandLine(arguments).execute(arguments));
    }

    /**
     * With the one command that is asked for, where the first argument names one: to read what all commands take costs
     * more processor time than the rest of a call.
     */
    static CommandLine commandLine(String... arguments) {
        CommandLine line = asked(arguments).map(Operate::only).orElseGet(() -> new CommandLine(new Ops()));
        return line.setExecutionExceptionHandler(Operate::sayWhatWentWrong);
    }

    private static Optional<Class<?>> asked(String... arguments) {
        Class<?>[] all = Ops.class.getAnnotation(Command.class).subcommands();
        return Stream.of(arguments)
                .limit(1)
                .flatMap(first -> Stream.of(all).filter(one -> isCalled(one, first)))
                .findFirst();
    }

    private static CommandLine only(Class<?> command) {
        CommandSpec ops = CommandSpec.create().name(name(Ops.class));
        return new CommandLine(ops).addSubcommand(name(command), command);
    }

    private static boolean isCalled(Class<?> command, String word) {
        List<String> aliases = List.of(command.getAnnotation(Command.class).aliases());
        return name(command).equals(word) || aliases.contains(word);
    }

    private static String name(Class<?> command) {
        return command.getAnnotation(Command.class).name();
    }

    private static int sayWhatWentWrong(Exception failure, CommandLine line, CommandLine.ParseResult parsed) {
        line.getErr().println("tailback: " + failure.getMessage());
        return ExitCode.FAILED.number();
    }
}
