package dev.tailback.localservices;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A real Redis, 7.0.15 if not told otherwise, as a child process on 127.0.0.1, with every write in an append-only file (flushed each second)
 * and nothing ever evicted. It keeps its port and data through {@link #stop}, {@link #kill} and {@link #start}.
 */
public final class EmbeddedRedis implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(2);

    private final OwnedProcesses processes;
    private final String name;
    private final Path directory;
    private final int port;
    private final List<String> line;
    private Optional<OwnedProcess> process = Optional.empty();

    private EmbeddedRedis(OwnedProcesses processes, String name, Path directory, int port, List<String> line) {
        this.processes = processes;
        this.name = name;
        this.directory = directory;
        this.port = port;
        this.line = line;
    }

    /**
     * @param name unique among the owner's processes
     * @param directory for data and log; created if absent, taken up again if there
     * @param port 1 to 65535, or 0 for any free one
     * @throws ServiceFailed if the port is taken, the directory cannot be written, or no Redis is built for this
     *     machine
     */
    public static EmbeddedRedis start(OwnedProcesses processes, String name, Path directory, int port) {
        return start(processes, name, directory, port, RedisExecutable.embedded());
    }

    /** As above, with another redis-server. */
    public static EmbeddedRedis start(
            OwnedProcesses processes, String name, Path directory, int port, RedisExecutable executable) {
        return start(processes, name, directory, port, executable, RedisSettings.keepingEverything());
    }

    /** @param settings arguments of redis-server besides port, address and directory */
    static EmbeddedRedis start(OwnedProcesses processes, String name, Path directory, int port, List<String> settings) {
        return start(processes, name, directory, port, RedisExecutable.embedded(), settings);
    }

    private static EmbeddedRedis start(
            OwnedProcesses processes,
            String name,
            Path directory,
            int port,
            RedisExecutable executable,
            List<String> settings) {
        Path absolute = directory.toAbsolutePath().normalize();
        return Ports.onGivenOrFree(
                port,
                given -> new EmbeddedRedis(
                                processes,
                                name,
                                absolute,
                                given,
                                RedisSettings.line(executable.path(), given, absolute, settings))
                        .start());
    }

    /** Starts it again on the same port and data. Does nothing if it runs. */
    public synchronized EmbeddedRedis start() {
        if (isRunning()) {
            return this;
        }
        Ports.requireFree(port, "Redis");
        DataDirectory.require(directory);
        OwnedProcess begun = processes.start(name, command());
        process = Optional.of(begun);
        if (!Await.until(() -> !begun.isAlive() || answers(), START_LIMIT) || !begun.isAlive()) {
            begun.kill();
            throw new ServiceFailed(
                    "Redis did not start on port " + port + ": " + RedisSettings.log(directory) + " says why");
        }
        return this;
    }

    public int port() {
        return port;
    }

    /** For clients: {@code redis://127.0.0.1:port}. */
    public String uri() {
        return "redis://127.0.0.1:" + port;
    }

    public synchronized long pid() {
        return current().pid();
    }

    public synchronized boolean isRunning() {
        return process.filter(OwnedProcess::isAlive).isPresent();
    }

    public Path directory() {
        return directory;
    }

    /** In order: the append-only file is complete. */
    public synchronized void stop() {
        current().stop();
    }

    /** {@code kill -9}. */
    public synchronized void kill() {
        current().kill();
    }

    /** Hangs until {@link #thaw}: connections stay, nothing answers. */
    public synchronized void freeze() {
        current().freeze();
    }

    public synchronized void thaw() {
        current().thaw();
    }

    /** Loses everything: {@code kill -9}, all data deleted, a new and empty Redis on the same port. */
    public synchronized void wipe() {
        current().kill();
        try {
            Unpacked.deleteAll(directory.resolve("appendonlydir"));
        } catch (IOException e) {
            throw new ServiceFailed("Cannot delete Redis' data in " + directory, e);
        }
        start();
    }

    @Override
    public void close() {
        stop();
    }

    private OwnedProcess current() {
        return process.orElseThrow(() -> new IllegalStateException("Redis was never started"));
    }

    private ProcessBuilder command() {
        return new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    }

    private boolean answers() {
        try {
            return RedisWire.ask(uri(), "PING").equals("+PONG");
        } catch (IOException notYet) {
            return false;
        }
    }
}
