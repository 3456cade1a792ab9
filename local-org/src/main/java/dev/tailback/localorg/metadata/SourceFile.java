package dev.tailback.localorg.metadata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A metadata file, known in messages by its path below the source directory. */
record SourceFile(Path root, Path path) {

    /** All metadata files below a source directory, by path. */
    static List<SourceFile> below(Path root) {
        if (!Files.isDirectory(root)) {
            throw new MetadataException(root.toString(), "there is no such directory of metadata");
        }
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.filter(path -> path.toString().matches(".*\\.\\w+-meta\\.xml"))
                    .sorted()
                    .map(path -> new SourceFile(root, path))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(root + " cannot be read", e);
        }
    }

    String name() {
        return root.relativize(path).toString().replace('\\', '/');
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
