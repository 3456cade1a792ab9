package dev.tailback.localservices;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;

/** The statically linked redis-server that the embedded-redis jar carries for Linux and macOS. */
final class RedisExecutable {
    static final String VERSION = "7.0.15";

    private RedisExecutable() {}

    static Path find() {
        return Unpacked.once(name(), target -> {
            try (InputStream content = open()) {
                Unpacked.executable(content, target);
            }
        });
    }

    private static InputStream open() throws IOException {
        InputStream content = RedisExecutable.class.getResourceAsStream("/" + name());
        if (content == null) {
            throw new ServiceFailed("No embedded Redis for " + System.getProperty("os.name") + " on "
                    + System.getProperty("os.arch")
                    + ": use Linux, macOS or WSL, or run Redis yourself and set REDIS_URI");
        }
        return content;
    }

    private static String name() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return "redis-server-" + VERSION + "-" + (system.startsWith("mac") ? "darwin" : system) + "-"
                + architecture(machine);
    }

    private static String architecture(String machine) {
        return switch (machine) {
            case "amd64", "x86_64" -> "amd64";
            case "aarch64", "arm64" -> "arm64";
            case "x86", "i386", "i686" -> "386";
            default -> machine;
        };
    }
}
