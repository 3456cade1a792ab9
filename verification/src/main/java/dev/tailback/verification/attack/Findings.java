package dev.tailback.verification.attack;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What must not be. Of each kind the first few are printed, with the request as a file that can be sent again; the
 * others are counted.
 */
final class Findings {
    private static final int SHOWN_OF_A_KIND = 5;

    private final Path directory;
    private final int port;
    private final PrintStream out;
    private final Map<String, Integer> kinds = new LinkedHashMap<>();
    private int files;

    Findings(Path directory, int port, PrintStream out) {
        this.directory = directory;
        this.port = port;
        this.out = out;
    }

    /**
     * @param kind what went wrong, without what differs from time to time
     * @param sentence with all that helps
     */
    synchronized void add(String kind, String sentence) {
        if (kinds.merge(kind, 1, Integer::sum) <= SHOWN_OF_A_KIND) {
            out.println("  ✗ " + kind + ": " + Printable.of(sentence));
        }
    }

    synchronized void add(String kind, String sentence, RawRequest request) {
        boolean shown = kinds.getOrDefault(kind, 0) < SHOWN_OF_A_KIND;
        add(kind, sentence + (shown ? " Again: nc -w 5 127.0.0.1 " + port + " < " + keep(request) : ""));
    }

    private Path keep(RawRequest request) {
        try {
            Files.createDirectories(directory);
            return Files.write(directory.resolve(++files + ".http"), request.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to " + directory + ": give the attack another --data DIR.", e);
        }
    }

    synchronized int total() {
        return kinds.values().stream().mapToInt(Integer::intValue).sum();
    }

    synchronized String table() {
        StringBuilder table = new StringBuilder();
        kinds.forEach((kind, times) -> table.append("  %7d  %s%n".formatted(times, kind)));
        return table.toString();
    }
}
