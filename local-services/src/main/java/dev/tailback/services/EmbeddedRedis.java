package dev.tailback.services;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A real Redis 7.0.15 as a child process on 127.0.0.1, with every write in an append-only file (flushed each second) and nothing ever evicted. It keeps
 * its port and data through {@link #stop}, {@link #kill} and {@link #start}.
 */
public final class EmbeddedRedis implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(20);
    private static final int ATTEMPTS_FOR_A_FREE_PORT = 5;

    private final OwnedProcesses processes;
    private final String name;
    private final Path directory;
    private final int port;
    private final List<String> more;
    private OwnedProcess process;

    private EmbeddedRedis(OwnedProcesses processes, String name, Path directory, int port, List<String> more) {
        this.processes = processes;
        this.name = name;
        this.directory = directory;
        this.port = port;
        this.more = more;
    }

    /**
     * @param name unique among the owner's processes
     * @param directory for data and log; created if absent, taken up again if there
     * @param port 1 to 65535, or 0 for any free one
     * @throws ServiceFailed if the port is taken, the directory cannot be written, or no Redis is built for this machine
     */
    public static EmbeddedRedis start(OwnedProcesses processes, String name, Path directory, int port) {
        return start(processes, name, directory, port, List.of());
    }

    /** @param more arguments of redis-server, which come last and so win */
    static EmbeddedRedis start(OwnedProcesses processes, String name, Path directory, int port, List<String> more) {
        Path absolute = directory.toAbsolutePath().normalize();
        if (port != 0) {
            return new EmbeddedRedis(processes, name, absolute, port, more).start();
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return new EmbeddedRedis(processes, name, absolute, Ports.free(), more).start();
            } catch (ServiceFailed somebodyWasQuicker) {
                if (attempt == ATTEMPTS_FOR_A_FREE_PORT) {
                    throw somebodyWasQuicker;
                }
            }
        }
    }

    /** Starts it again on the same port and data. Does nothing if it runs. */
    public synchronized EmbeddedRedis start() {
        if (isRunning()) {
            return this;
        }
        Ports.requireFree(port, "Redis");
        DataDirectory.require(directory);
        process = processes.start(name, command());
        if (!Await.until(() -> !process.isAlive() || answers(), START_LIMIT) || !process.isAlive()) {
            process.kill();
            throw new ServiceFailed("Redis did not start on port " + port + ": " + log() + " says why");
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
        return process.pid();
    }

    public synchronized boolean isRunning() {
        return process != null && process.isAlive();
    }

    public Path directory() {
        return directory;
    }

    /** In order: the append-only file is complete. */
    public synchronized void stop() {
        process.stop();
    }

    /** {@code kill -9}. */
    public synchronized void kill() {
        process.kill();
    }

    /** Hangs until {@link #thaw}: connections stay, nothing answers. */
    public synchronized void freeze() {
        process.freeze();
    }

    public synchronized void thaw() {
        process.thaw();
    }

    /** Loses everything: {@code kill -9}, all data deleted, a new and empty Redis on the same port. */
    public synchronized void wipe() {
        process.kill();
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

    private Path log() {
        return directory.resolve("redis.log");
    }

    private ProcessBuilder command() {
        List<String> arguments = new ArrayList<>(List.of(
                RedisExecutable.find().toString(),
                "--port",
                Integer.toString(port),
                "--bind",
                "127.0.0.1",
                "--dir",
                directory.toString(),
                "--logfile",
                log().toString(),
                "--daemonize",
                "no",
                // The command line is what tells a leftover from a stranger.
                "--set-proc-title",
                "no",
                "--save",
                "",
                "--appendonly",
                "yes",
                "--appendfsync",
                "everysec",
                "--maxmemory-policy",
                "noeviction",
                // Ten usage records of a contract stay in one compact list: 266 bytes a record instead of 339.
                "--hash-max-listpack-value",
                "1024",
                "--hash-max-listpack-entries",
                "256"));
        arguments.addAll(more);
        return new ProcessBuilder(arguments).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    }

    private boolean answers() {
        try {
            return RedisWire.ask(uri(), "PING").equals("+PONG");
        } catch (IOException notYet) {
            return false;
        }
    }
}
