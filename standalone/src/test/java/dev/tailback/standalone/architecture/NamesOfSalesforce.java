package dev.tailback.standalone.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds Salesforce's API names (whatever ends in {@code __c}, {@code __r} or {@code __mdt}) in main sources; comments may give examples. */
final class NamesOfSalesforce {
    private static final Pattern NAME = Pattern.compile("\\b[A-Z][A-Za-z0-9]*(_[A-Za-z0-9]+)*__(c|r|mdt)\\b");

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|(?m)^\\s*//.*$", Pattern.DOTALL);

    private NamesOfSalesforce() {}

    static List<String> in(Path sources) {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> in(sources, file))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> in(Path sources, Path file) {
        try {
            return NAME.matcher(COMMENT.matcher(Files.readString(file)).replaceAll(""))
                    .results()
                    .map(found -> sources.relativize(file) + " names " + found.group());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
