package dev.tailback.verification.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What the programs wrote: one line for each thing that happened, nothing that a caller sent, and no end of lines. */
final class Logs {
    private static final Pattern BEGINNING =
            Pattern.compile("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z (?:INFO|WARN|ERROR) .*");
    private static final int FIRST_LINES = 40;

    private final List<Path> files;
    private final Secrets secrets;
    private final Map<String, Integer> begun = new LinkedHashMap<>();

    /** @param secrets what must never stand in a log */
    Logs(List<Path> files, Secrets secrets) {
        this.files = files;
        this.secrets = secrets;
        files.forEach(file -> begun.put(file.toString(), lines(file).size()));
    }

    void check(Findings findings) {
        files.forEach(file -> check(file, findings));
    }

    private void check(Path file, Findings findings) {
        String name = file.getFileName().toString();
        List<String> all = lines(file);
        List<String> lines =
                all.subList(Math.min(all.size(), begun.getOrDefault(file.toString(), FIRST_LINES)), all.size());
        for (String line : lines) {
            if (!BEGINNING.matcher(line).matches()) {
                findings.add("log: a line without a time", name + ": " + line);
            }
            if (line.startsWith(Hostile.FORGED)) {
                findings.add("log: a forged line", name + ": " + line);
            }
            if (secrets.isIn(line)) {
                findings.add("log: a secret", name + ": " + line);
            }
            if (line.contains("OutOfMemoryError")) {
                findings.add("log: out of memory", name + ": " + line);
            }
        }
    }

    int size() {
        return files.stream().mapToInt(file -> lines(file).size()).sum();
    }

    private static List<String> lines(Path file) {
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            return new ArrayList<>(List.of(text.split("\n")));
        } catch (IOException e) {
            throw new UncheckedIOException("The log " + file + " cannot be read", e);
        }
    }
}
