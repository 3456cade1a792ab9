package dev.tailback.operatorcli;

import dev.tailback.program.ExitCode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** The program that {@code ./tailback ops} starts, and with the first word {@code org}, {@code ./tailback org}. */
public final class Operate {
    private Operate() {}

    public static void main(String[] arguments) {
        System.exit(commandLine(arguments).execute(words(arguments)));
    }

    /** What is left for picocli, which knows only the commands of one parent. */
    static String[] words(String... arguments) {
        return isOrg(arguments) ? Arrays.copyOfRange(arguments, 1, arguments.length) : arguments;
    }

    /**
     * With the one command that is asked for, where the first argument names one: to read what all commands take costs
     * more processor time than the rest of a call.
     */
    static CommandLine commandLine(String... arguments) {
        Class<?> parent = isOrg(arguments) ? Org.class : Ops.class;
        CommandLine line = asked(parent, words(arguments))
                .map(command -> only(parent, command))
                .orElseGet(() -> new CommandLine(parent));
        return line.setExecutionExceptionHandler(Operate::sayWhatWentWrong);
    }

    private static boolean isOrg(String... arguments) {
        return arguments.length > 0 && arguments[0].equals(Org.WORD);
    }

    private static Optional<Class<?>> asked(Class<?> parent, String... words) {
        Class<?>[] all = parent.getAnnotation(Command.class).subcommands();
        return Stream.of(words)
                .limit(1)
                .flatMap(first -> Stream.of(all).filter(one -> isCalled(one, first)))
                .findFirst();
    }

    private static CommandLine only(Class<?> parent, Class<?> command) {
        CommandSpec spec = CommandSpec.create().name(name(parent));
        return new CommandLine(spec).addSubcommand(name(command), command);
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
