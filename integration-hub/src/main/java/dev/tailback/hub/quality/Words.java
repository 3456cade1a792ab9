package dev.tailback.hub.quality;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A shipped list: one thing a line, comments begin with #. */
final class Words {

    private Words() {}

    static List<String> shipped(String file) {
        try (InputStream in =
                Objects.requireNonNull(Words.class.getResourceAsStream(file), () -> file + " is not in the jar")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
