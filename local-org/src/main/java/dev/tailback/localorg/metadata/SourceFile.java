package dev.tailback.localorg.metadata;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A metadata file, known in messages by its path below the source directory.
 *
 * @param text what it says, where that is not on the disk
 */
record SourceFile(String name, Path path, Optional<String> text) {
    /** Kinds that lie in a folder of the object they belong to. */
    private static final Set<String> BELOW_AN_OBJECT = Set.of(
            "field", "validationRule", "recordType", "listView", "compactLayout", "fieldSet", "webLink", "index");

    /** All metadata files below a source directory, by path. */
    static List<SourceFile> below(Path root) {
        if (!Files.isDirectory(root)) {
            throw new MetadataException(root.toString(), "there is no such directory of metadata");
        }
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.filter(path -> isMetadata(path.toString()))
                    .sorted()
                    .map(path ->
                            new SourceFile(root.relativize(path).toString().replace('\\', '/'), path, Optional.empty()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(root + " cannot be read", e);
        }
    }

    /**
     * A file that came over the wire.
     *
     * @throws MetadataException when its path is none of a source directory
     */
    static SourceFile held(String name, String text) {
        if (!isMetadata(name) || name.contains("..") || name.contains("\\") || name.startsWith("/")) {
            throw new MetadataException(
                    name, "is no path of a metadata file such as objects/X__c/X__c.object-meta.xml");
        }
        SourceFile file = new SourceFile(name, Path.of(name), Optional.of(text));
        if (file.path().getNameCount()
                < (file.isBelowAnObject() ? 3 : file.kind().equals("object") ? 2 : 1)) {
            throw new MetadataException(name, "does not lie in the folder of an object");
        }
        return file;
    }

    private static boolean isMetadata(String path) {
        return path.matches("(?s).*\\.\\w+-meta\\.xml");
    }

    InputStream open() throws IOException {
        return text.isPresent()
                ? new ByteArrayInputStream(text.get().getBytes(StandardCharsets.UTF_8))
                : Files.newInputStream(path);
    }

    String read() {
        try (InputStream in = open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw broken("cannot be read: " + e.getMessage());
        }
    }

    /** What the file describes, whatever folder it lies in; two files of one component are one and the same. */
    String component() {
        String name = isBelowAnObject() ? objectName() + "." + componentName() : componentName();
        return kind() + " " + name.toLowerCase(Locale.ROOT);
    }

    boolean isBelowAnObject() {
        return BELOW_AN_OBJECT.contains(kind());
    }

    /** The file's name without its metadata suffix: what Salesforce takes as the component's name. */
    String componentName() {
        String file = path.getFileName().toString();
        return file.substring(0, file.lastIndexOf('.', file.length() - "-meta.xml".length() - 1));
    }

    /** The kind in the file's suffix, such as {@code field}. */
    String kind() {
        String file = path.getFileName().toString();
        int end = file.length() - "-meta.xml".length();
        return file.substring(file.lastIndexOf('.', end - 1) + 1, end);
    }

    /** The object whose folder the file lies in; kinds below an object lie one folder deeper. */
    String objectName() {
        return folder(kind().equals("object") ? 1 : 2);
    }

    /** The name of the folder that is so many steps above the file. */
    String folder(int steps) {
        return path.getName(path.getNameCount() - 1 - steps).toString();
    }

    MetadataException broken(String problem) {
        return new MetadataException(name(), problem);
    }
}
