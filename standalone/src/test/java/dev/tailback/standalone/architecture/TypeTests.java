package dev.tailback.standalone.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds {@code instanceof Type.Alternative} in sources: the compiler does not check that such tests cover every alternative. */
record TypeTests(Set<String> allowed) {
    private static final Pattern TEST = Pattern.compile("\\binstanceof\\s+([A-Z]\\w*)\\.([A-Z]\\w*)");

    /** One line for each, with the file and the alternative. */
    List<String> in(Path sources) {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .flatMap(this::inFile)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Stream<String> inFile(Path file) {
        try {
            Matcher tests = TEST.matcher(Files.readString(file));
            return tests
                    .results()
                    .filter(test -> !allowed.contains(test.group(1)))
                    .map(test -> file.getFileName() + " tests for " + test.group(1) + "." + test.group(2))
                    .toList()
                    .stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
