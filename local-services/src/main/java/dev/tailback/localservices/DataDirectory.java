package dev.tailback.localservices;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a service keeps its data. */
final class DataDirectory {
    private DataDirectory() {}

    /** Creates it if absent; a sentence if it cannot be written. */
    static void require(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new ServiceFailed(sentence(directory), e);
        }
        if (!Files.isWritable(directory)) {
            throw new ServiceFailed(sentence(directory));
        }
    }

    private static String sentence(Path directory) {
        return "Cannot write to " + directory + ": make it writable or choose another directory";
    }
}
