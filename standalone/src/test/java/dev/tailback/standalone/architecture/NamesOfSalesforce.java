package dev.tailback.standalone.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds API names of the schema's objects and fields in sources; comments may give examples. */
final class NamesOfSalesforce {
    private static final Pattern NAME = Pattern.compile("\\b[A-Z][A-Za-z0-9]*(_[A-Za-z0-9]+)*__(c|r|mdt)\\b");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|(?m)^\\s*//.*$", Pattern.DOTALL);
    private static final Pattern FILE = Pattern.compile("(\\w+__(c|mdt))\\.(object|field)-meta\\.xml");

    private final Set<String> names;

    private NamesOfSalesforce(Set<String> names) {
        this.names = names;
    }

    /** The names of every custom object and field under a source directory, and of their relationships. */
    static NamesOfSalesforce declaredIn(Path source) {
        try (Stream<Path> files = Files.walk(source)) {
            return new NamesOfSalesforce(
                    files.map(file -> FILE.matcher(file.getFileName().toString()))
                            .filter(file -> file.matches())
                            .map(file -> file.group(1))
                            .flatMap(name -> Stream.of(name, name.replaceFirst("__c$", "__r")))
                            .collect(Collectors.toSet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> in(Path sources) {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> in(sources, file))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stream<String> in(Path sources, Path file) {
        try {
            String code = COMMENT.matcher(Files.readString(file)).replaceAll("");
            return NAME.matcher(code)
                    .results()
                    .filter(found -> names.contains(found.group()))
                    .map(found -> sources.relativize(file) + " names " + found.group());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
