package dev.tailback.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the command line asks for.
 *
 * @param host address for health and metrics; 127.0.0.1 unless told otherwise
 * @param port TCP port for the same, 0 takes a free one; 8081 unless told otherwise
 */
record CommandLine(String host, int port, boolean help) {
    static final String USAGE = "sync-worker [--port N] [--host ADDRESS]";

    /** @throws UnusableEnvironment in one sentence that says what is allowed */
    static CommandLine parse(String... arguments) {
        return parse(Map.of(), arguments);
    }

    /** What the arguments do not say, {@code MICRONAUT_SERVER_HOST} and {@code MICRONAUT_SERVER_PORT} may. */
    static CommandLine parse(Map<String, String> environment, String... arguments) {
        String host = environment.getOrDefault("MICRONAUT_SERVER_HOST", "").strip();
        String port = environment.getOrDefault("MICRONAUT_SERVER_PORT", "").strip();
        CommandLine line = new CommandLine(
                host.isEmpty() ? "127.0.0.1" : host,
                port.isEmpty() ? 8081 : port("MICRONAUT_SERVER_PORT", port),
                false);
        return line.changedBy(arguments);
    }

    private CommandLine changedBy(String... arguments) {
        CommandLine line = this;
        List<String> words = new ArrayList<>();
        for (String argument : arguments) {
            words.addAll(List.of(argument.split("=", 2)));
        }
        for (int i = 0; i < words.size(); i++) {
            line = switch (words.get(i)) {
                case "--help", "-h" -> new CommandLine(line.host, line.port, true);
                case "--host" -> new CommandLine(value(words, ++i), line.port, line.help);
                case "--port" -> new CommandLine(line.host, port("--port", value(words, ++i)), line.help);
                default -> throw unusable("'" + words.get(i) + "' is not known: use " + USAGE);
            };
        }
        return line;
    }

    private static String value(List<String> words, int at) {
        if (at >= words.size()) {
            throw unusable(words.get(at - 1) + " lacks its value: use " + USAGE);
        }
        return words.get(at);
    }

    private static int port(String name, String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
            throw unusable(name + " is '" + text + "': set it to a number from 0 to 65535");
        }
        return Integer.parseInt(text);
    }

    private static UnusableEnvironment unusable(String sentence) {
        return new UnusableEnvironment(List.of(sentence));
    }
}
