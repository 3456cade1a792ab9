package dev.tailback.verification.fleet;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import dev.tailback.program.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Copies a directory, so that a run may change what it got. */
public final class CopiedFiles {

    private CopiedFiles() {}

    /** @throws CannotStart if something cannot be read or written */
    public static void copy(Path source, Path target) {
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.toList()) {
                Path copied = target.resolve(source.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copied);
                } else {
                    Files.copy(file, copied, REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw CannotStart.misconfigured("Cannot copy " + source + " to " + target + ".", e);
        }
    }
}
