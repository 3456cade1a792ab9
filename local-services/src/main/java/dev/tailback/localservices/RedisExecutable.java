package dev.tailback.localservices;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A redis-server to start.
 *
 * @param version as it says itself
 * @param allocator of its memory as it says itself: {@code libc}, {@code jemalloc-5.3.0}
 */
public record RedisExecutable(Path path, String version, String allocator) {
    private static final String EMBEDDED = "7.0.15";
    private static final int OLDEST = 7;
    private static final int TELLS_WITHIN_S = 10;
    private static final int MOST_TOLD = 1_000;
    private static final Pattern TOLD =
            Pattern.compile("(?:Redis|Valkey) server v=((\\d{1,4})[.\\w-]{0,30}) .*malloc=([\\w.-]{1,40}) .*");

    /** The statically linked one that the embedded-redis jar carries for Linux and macOS. */
    public static RedisExecutable embedded() {
        Path path = Unpacked.once(name(), target -> {
            try (InputStream content = open()) {
                Unpacked.executable(content, target);
            }
        });
        return new RedisExecutable(path, EMBEDDED, "libc");
    }

    /** @throws IllegalArgumentException with one sentence if this is no redis-server that the queue can use */
    public static RedisExecutable at(Path path) {
        if (!Files.isRegularFile(path) || !Files.isExecutable(path)) {
            throw new IllegalArgumentException(path + " is not a program that can be started");
        }
        Matcher told = TOLD.matcher(told(path.toAbsolutePath()));
        if (!told.matches()) {
            throw new IllegalArgumentException(
                    path + " does not answer --version as a redis-server does: give the path of one");
        }
        if (Integer.parseInt(told.group(2)) < OLDEST) {
            throw new IllegalArgumentException(
                    path + " is Redis " + told.group(1) + ": the queue needs " + OLDEST + " or newer");
        }
        return new RedisExecutable(path.toAbsolutePath(), told.group(1), told.group(3));
    }

    // A program that never ends, or never ends telling, is not waited for.
    private static String told(Path path) {
        Process process = started(path);
        try {
            return CompletableFuture.supplyAsync(() -> begin(process)).get(TELLS_WITHIN_S, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException silent) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceFailed("Interrupted while " + path + " was asked for its version", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static Process started(Path path) {
        try {
            return new ProcessBuilder(path.toString(), "--version")
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw new IllegalArgumentException(path + " cannot be started: " + e.getMessage(), e);
        }
    }

    private static String begin(Process process) {
        try {
            return new String(process.getInputStream().readNBytes(MOST_TOLD), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        return "redis-server-" + EMBEDDED + "-" + (system.startsWith("mac") ? "darwin" : system) + "-"
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
