package dev.tailback.standalone.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The texts of this repository as they lie on the disk: pages for people, and sources. */
final class Repository {
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final List<String> PAGES = List.of("README.md", "CONTRIBUTING.md", "SECURITY.md");
    private static final List<String> SOURCES = List.of(".java", ".yml", ".lua", ".sql", ".jte", ".xml");

    private Repository() {}

    /** Every page that describes Tailback as it is; the changelog tells of names that are gone. */
    static String docs() {
        return pages().stream()
                .filter(page -> !page.file().toString().contains("decisions"))
                .map(Page::text)
                .collect(Collectors.joining("\n"));
    }

    static List<Page> pages() {
        return Stream.concat(PAGES.stream().map(ROOT::resolve), files(ROOT.resolve("docs"), Repository::isPage))
                .map(Page::of)
                .toList();
    }

    /** The names of all types of main code that have a file of their own. */
    static Set<String> types() {
        return packages().stream()
                .flatMap(room -> Room.in(room).types().stream())
                .collect(Collectors.toSet());
    }

    /** The sources of every type of this name. */
    static String sourcesOf(String type) {
        return packages().stream()
                .map(room -> room.resolve(type + ".java"))
                .filter(Files::exists)
                .map(Repository::read)
                .collect(Collectors.joining("\n"));
    }

    /** The directories of all packages of main code that have a type. */
    static List<Path> packages() {
        return modules()
                .map(path -> path.resolve("src").resolve("main").resolve("java"))
                .filter(Files::isDirectory)
                .flatMap(path -> files(path, Repository::isType).map(Path::getParent))
                .distinct()
                .toList();
    }

    private static boolean isType(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".java") && !name.equals("package-info.java");
    }

    static String page(String name) {
        return read(ROOT.resolve(name));
    }

    /** The main sources of the modules whose name is accepted. */
    static String sources(Predicate<String> module) {
        return modules()
                .filter(path -> module.test(path.getFileName().toString()))
                .flatMap(path -> files(path.resolve("src").resolve("main"), Repository::isSource))
                .map(Repository::read)
                .collect(Collectors.joining("\n"));
    }

    static String sources() {
        return sources(module -> true);
    }

    /** The main sources of the package that has a file of this name. */
    static String sourcesBeside(String name) {
        return packages().stream()
                .filter(room -> Files.exists(room.resolve(name)))
                .flatMap(room -> files(room, Repository::isSource))
                .map(Repository::read)
                .collect(Collectors.joining("\n"));
    }

    /** The validation rules of the Salesforce schema: their messages begin with a code in brackets. */
    static String rules() {
        return files(
                        ROOT.resolve("salesforce-schema").resolve("force-app"),
                        file -> file.toString().endsWith(".validationRule-meta.xml"))
                .map(Repository::read)
                .collect(Collectors.joining("\n"));
    }

    private static Stream<Path> modules() {
        return files(ROOT, 2, path -> path.endsWith("pom.xml"))
                .map(Path::getParent)
                .filter(path -> !path.equals(ROOT))
                .filter(path -> Files.isDirectory(path.resolve("src").resolve("main")));
    }

    private static boolean isPage(Path path) {
        return path.toString().endsWith(".md");
    }

    private static boolean isSource(Path path) {
        return SOURCES.stream().anyMatch(ending -> path.toString().endsWith(ending));
    }

    private static Stream<Path> files(Path directory, Predicate<Path> accepted) {
        return files(directory, Integer.MAX_VALUE, accepted);
    }

    private static Stream<Path> files(Path directory, int depth, Predicate<Path> accepted) {
        try (Stream<Path> found = Files.walk(directory, depth)) {
            return found.filter(accepted).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
