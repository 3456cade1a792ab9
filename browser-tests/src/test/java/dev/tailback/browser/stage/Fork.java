package dev.tailback.browser.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What one Java machine of tests keeps for itself: Maven runs the classes on two of them, side by side. */
final class Fork {
    private static final Path TARGET = Path.of("target").toAbsolutePath();

    private Fork() {}

    static Path directory(String name) {
        try {
            return Files.createDirectories(
                    TARGET.resolve(System.getProperty("tailback.fork", "fork")).resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
