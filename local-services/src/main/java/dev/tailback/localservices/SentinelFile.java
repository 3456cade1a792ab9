package dev.tailback.localservices;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The configuration file of a Sentinel, which the Sentinel itself rewrites when masters change: it starts with no
 * other.
 */
final class SentinelFile {
    private SentinelFile() {}

    /** @param master the name clients ask for */
    static Path write(Path directory, String master, int masterPort) {
        DataDirectory.require(directory);
        Path file = directory.resolve("sentinel.conf");
        try {
            return Files.writeString(file, """
                    sentinel monitor %1$s 127.0.0.1 %2$d 2
                    sentinel down-after-milliseconds %1$s 2000
                    sentinel failover-timeout %1$s 5000
                    """.formatted(master, masterPort));
        } catch (IOException e) {
            throw new ServiceFailed("Cannot write " + file + ": choose another directory", e);
        }
    }
}
