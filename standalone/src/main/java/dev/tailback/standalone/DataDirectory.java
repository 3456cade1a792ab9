package dev.tailback.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;

/** Everything one demo keeps on disk, under one directory that one demo at a time may use. */
final class DataDirectory implements AutoCloseable {
    private final Path root;
    private final FileChannel channel;

    private DataDirectory(Path root, FileChannel channel) {
        this.root = root;
        this.channel = channel;
    }

    /** @throws CannotStart if it cannot be written, or another demo uses it now */
    static DataDirectory open(Path root) {
        try {
            Files.createDirectories(root);
            FileChannel channel =
                    FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new CannotStart("Another demo uses " + root + "; end it, or give this one --data DIR.");
            }
            return new DataDirectory(root, channel);
        } catch (IOException e) {
            throw new CannotStart("Cannot write to " + root + ": " + e.getMessage() + ". Give another --data DIR.", e);
        }
    }

    Path postgres() {
        return root.resolve("postgres");
    }

    Path redis() {
        return root.resolve("redis");
    }

    Path localOrg() {
        return root.resolve("local-org").resolve("org");
    }

    Path processes() {
        return root.resolve("processes");
    }

    Path log(String program) {
        return root.resolve("logs").resolve(program + ".log");
    }

    /** Forgets what earlier demos saved here. Only while none of their processes runs. */
    void clear() {
        for (Path saved : new Path[] {postgres(), redis(), localOrg().getParent(), root.resolve("logs")}) {
            delete(saved);
        }
    }

    private static void delete(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> inside = Files.walk(directory)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot clear " + directory, e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
