package dev.tailback.localorg.metadata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** A directory in the format of the Metadata API, in which one file holds an object with all its fields and rules. */
final class OldFormat {

    private OldFormat() {}

    static void refuse(Path root) {
        try (Stream<Path> paths = Files.walk(root)) {
            Optional<Path> object = paths.filter(path -> path.toString().endsWith(".object"))
                    .sorted()
                    .findFirst();
            if (object.isPresent()) {
                throw new MetadataException(
                        root.relativize(object.get()).toString(),
                        "is in the format of the Metadata API; local-org takes the source format,"
                                + " which 'sf project convert mdapi' makes of it");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(root + " cannot be read", e);
        }
    }
}
