package dev.tailback.app.startup;

import dev.tailback.program.CannotStart;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A password that a person types twice at a terminal without seeing it, or that a program writes as one line. */
public interface TypedPassword {

    /** @throws CannotStart when there is none, or two that differ */
    String read();

    /** From the terminal where there is one, otherwise the first line of the standard input. */
    static TypedPassword ofThisProcess() {
        Console console = System.console();
        return console == null || !isTerminal(console) ? firstLine(System.in) : () -> twice(console);
    }

    static TypedPassword firstLine(java.io.InputStream input) {
        return () -> {
            try {
                String line = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8)).readLine();
                if (line == null || line.isEmpty()) {
                    throw CannotStart.misconfigured(List.of("There is no password: type it at the terminal, or write it"
                            + " as one line to the standard input."));
                }
                return line;
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        };
    }

    private static String twice(Console console) {
        char[] first = console.readPassword("Password (12 characters or more): ");
        char[] second = console.readPassword("Once more: ");
        if (first == null || !Arrays.equals(first, second)) {
            throw CannotStart.misconfigured(List.of("The password was not typed the same way twice."));
        }
        return new String(first);
    }

    // From Java 22 on there is a console also where the input is a file or a pipe.
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException olderJava) {
            return true;
        }
    }
}
