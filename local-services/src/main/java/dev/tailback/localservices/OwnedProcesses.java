package dev.tailback.localservices;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The processes one owner has started, remembered in a directory. The owner holds a lock on the directory as long as it
 * lives, so the next owner of the lock knows that every process remembered there has lost its owner: it ends those, and
 * only those, before it starts its own. A pid alone proves nothing, since the system gives pids out again; only the
 * same pid with the same start is the same process.
 */
public final class OwnedProcesses implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OwnedProcesses.class);

    private final Path directory;
    private final FileChannel lockFile;
    private final List<OwnedProcess> started = new ArrayList<>();

    private boolean closed;

    private OwnedProcesses(Path directory, FileChannel lockFile) {
        this.directory = directory;
        this.lockFile = lockFile;
    }

    /**
     * Takes the directory, which is created if absent, and ends what a dead owner left running.
     *
     * @throws ServiceFailed if another living owner has the directory, or it cannot be written
     */
    public static OwnedProcesses in(Path directory) {
        Path absolute = directory.toAbsolutePath().normalize();
        OwnedProcesses processes = new OwnedProcesses(absolute, lock(absolute));
        processes.reap();
        return processes;
    }

    /**
     * Starts a command that ends on SIGTERM.
     *
     * @param name unique among the living processes of this owner; letters, digits and dashes
     * @param command with directory, environment and redirects as wished
     */
    public OwnedProcess start(String name, ProcessBuilder command) {
        return start(name, command, Signal.TERM);
    }

    synchronized OwnedProcess start(String name, ProcessBuilder command, Signal gently) {
        if (!name.matches("[A-Za-z0-9-]+")) {
            throw new IllegalArgumentException("The process name " + name + " has more than letters, digits, dashes");
        }
        PidFile pidFile = new PidFile(directory.resolve(name + ".pid"));
        if (closed) {
            throw new ServiceFailed(name + " is not started, because everything is being stopped");
        }
        started.removeIf(OwnedProcess::forgottenIfEnded);
        OwnedProcess process = new OwnedProcess(launch(command, pidFile.path()), pidFile, gently);
        started.add(process);
        return process;
    }

    private static Process launch(ProcessBuilder command, Path pidFile) {
        List<String> plain = List.copyOf(command.command());
        try {
            return command.command(Launch.remembering(pidFile, plain)).start();
        } catch (IOException e) {
            throw new ServiceFailed("Cannot start " + plain.get(0) + ": " + e.getMessage(), e);
        } finally {
            command.command(plain);
        }
    }

    /** Stops all, youngest first, and gives the directory back. */
    @Override
    public synchronized void close() {
        for (int i = started.size() - 1; i >= 0; i--) {
            started.get(i).stop();
        }
        closed = true;
        started.clear();
        try {
            lockFile.close();
        } catch (IOException e) {
            LOG.warn("Cannot give {} back", directory, e);
        }
    }

    private void reap() {
        for (PidFile file : pidFiles()) {
            file.leftover().ifPresent(leftover -> {
                LOG.info(
                        "Ending {} (pid {}), whose owner died",
                        file.path().getFileName(),
                        leftover.process().pid());
                OwnedProcess.end(leftover.process(), leftover.gently());
            });
            file.delete();
        }
    }

    private List<PidFile> pidFiles() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".pid"))
                    .map(PidFile::new)
                    .toList();
        } catch (IOException e) {
            throw new ServiceFailed("Cannot read " + directory + ": make it readable or choose another directory", e);
        }
    }

    private static FileChannel lock(Path directory) {
        try {
            Files.createDirectories(directory);
            FileChannel channel = FileChannel.open(
                    directory.resolve("owner.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isOurs(channel)) {
                channel.close();
                throw new ServiceFailed(directory
                        + " is in use by another running Tailback: stop that one or choose another directory");
            }
            return channel;
        } catch (IOException e) {
            throw new ServiceFailed(
                    "Cannot write to " + directory + ": make it writable or choose another directory", e);
        }
    }

    private static boolean isOurs(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException heldInThisJvm) {
            return false;
        }
    }
}
