package dev.tailback.standalone.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One package of main code.
 *
 * @param directory where its files are
 * @param types the names of its types
 */
record Room(Path directory, Set<String> types) {

    static Room in(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return new Room(
                    directory,
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".java"))
                            .map(name -> name.replaceFirst("\\.java$", ""))
                            .collect(Collectors.toSet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> complaints() {
        if (!types.contains("package-info")) {
            return List.of(directory + " has no package-info.java");
        }
        String words = Page.of(directory.resolve("package-info.java")).text();
        return Found.in(words, "\\{@code ([A-Z][A-Za-z]+)\\}").stream()
                .filter(type -> !types.contains(type))
                .map(type -> directory + " names the type " + type + ", which it does not have")
                .toList();
    }
}
