package dev.tailback.testservices;

import dev.tailback.localservices.OwnedProcesses;
import dev.tailback.localservices.ServiceFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * A directory of this JVM's own for data and pid files. Opening one also clears away those whose JVM died, with what
 * was left running in them.
 */
final class TestWorkspace implements AutoCloseable {
    private final Path directory;
    private final OwnedProcesses processes;

    private TestWorkspace(Path directory) {
        this.directory = directory;
        this.processes = OwnedProcesses.in(directory);
    }

    static TestWorkspace open() {
        Path all = Path.of(System.getProperty("java.io.tmpdir"), "tailback-tests-" + System.getProperty("user.name"));
        try {
            Files.createDirectories(all);
            // Other builds open workspaces at the same time: a directory without a lock has no owner.
            try (FileChannel door =
                    FileChannel.open(all.resolve("door"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                door.lock();
                clearAway(all);
                return new TestWorkspace(
                        all.resolve("jvm-" + ProcessHandle.current().pid()));
            }
        } catch (IOException e) {
            throw new ServiceFailed("Cannot write to " + all + ": set java.io.tmpdir to a writable directory", e);
        }
    }

    OwnedProcesses processes() {
        return processes;
    }

    Path directory(String name) {
        return directory.resolve(name);
    }

    @Override
    public void close() {
        processes.close();
        delete(directory);
    }

    private static void clearAway(Path all) throws IOException {
        for (Path workspace : list(all)) {
            if (Files.isDirectory(workspace) && endLeftovers(workspace)) {
                delete(workspace);
            }
        }
    }

    private static boolean endLeftovers(Path workspace) {
        try {
            OwnedProcesses.in(workspace).close();
            return true;
        } catch (ServiceFailed itsJvmLives) {
            return false;
        }
    }

    private static List<Path> list(Path directory) throws IOException {
        try (Stream<Path> paths = Files.list(directory)) {
            return paths.toList();
        }
    }

    private static void delete(Path root) {
        try (Stream<Path> tree = Files.walk(root)) {
            tree.sorted((a, b) -> b.compareTo(a)).forEach(TestWorkspace::deleteOne);
        } catch (IOException | UncheckedIOException vanishing) {
            // A process that is just ending may still write here; the next JVM clears the rest away.
            root.toFile().deleteOnExit();
        }
    }

    private static void deleteOne(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
