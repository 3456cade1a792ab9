package dev.tailback.localservices;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A real PostgreSQL as a child process on 127.0.0.1, that keeps what it has committed: fsync and synchronous_commit are
 * on. It keeps its port and data through {@link #stop}, {@link #kill} and {@link #start}. Only the password in the
 * directory opens it.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    public static final String USERNAME = "tailback";

    /** It first recovers what a killed one had written down. */
    private static final Duration START_LIMIT = Duration.ofMinutes(5);

    private final OwnedProcesses processes;
    private final String name;
    private final PostgresCluster cluster;
    private final int port;
    private Optional<OwnedProcess> process = Optional.empty();

    private EmbeddedPostgres(OwnedProcesses processes, String name, PostgresCluster cluster, int port) {
        this.processes = processes;
        this.name = name;
        this.cluster = cluster;
        this.port = port;
    }

    /**
     * @param name unique among the owner's processes
     * @param directory for data, password and log; created if absent, taken up again if there
     * @param port 1 to 65535, or 0 for any free one
     * @throws ServiceFailed if the port is taken, the directory cannot be used, or no PostgreSQL is built for this
     *     machine
     */
    public static EmbeddedPostgres start(OwnedProcesses processes, String name, Path directory, int port) {
        if (port != 0) {
            Ports.requireFree(port, "PostgreSQL");
        }
        PostgresCluster cluster = PostgresCluster.in(directory.toAbsolutePath().normalize());
        return Ports.onGivenOrFree(port, given -> new EmbeddedPostgres(processes, name, cluster, given).start());
    }

    /** Starts it again on the same port and data. Does nothing if it runs. */
    public synchronized EmbeddedPostgres start() {
        if (isRunning()) {
            return this;
        }
        Ports.requireFree(port, "PostgreSQL");
        cluster.forgetDeadPostmaster();
        cluster.endChildren();
        OwnedProcess begun = processes.start(name, command(), Signal.INT);
        process = Optional.of(begun);
        if (!Await.until(() -> !begun.isAlive() || cluster.isReady(begun.pid()), START_LIMIT) || !begun.isAlive()) {
            begun.kill();
            throw new ServiceFailed("PostgreSQL did not start on port " + port + ": " + cluster.log() + " says why");
        }
        return this;
    }

    public int port() {
        return port;
    }

    /** Of the database {@code postgres}, which always exists. */
    public String jdbcUrl() {
        return jdbcUrl("postgres");
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public String username() {
        return USERNAME;
    }

    public String password() {
        return cluster.password();
    }

    public synchronized long pid() {
        return current().pid();
    }

    public synchronized boolean isRunning() {
        return process.filter(OwnedProcess::isAlive).isPresent();
    }

    /** In order: sessions are ended, everything is written down. */
    public synchronized void stop() {
        current().stop();
    }

    /** {@code kill -9} of the postmaster; its children notice and end. */
    public synchronized void kill() {
        current().kill();
        cluster.endChildren();
    }

    /** What it can be made to do to its clients. */
    public PostgresTroubles troubles() {
        return new PostgresTroubles(this);
    }

    @Override
    public void close() {
        stop();
    }

    private OwnedProcess current() {
        return process.orElseThrow(() -> new IllegalStateException("PostgreSQL was never started"));
    }

    private ProcessBuilder command() {
        List<String> line = new ArrayList<>(cluster.user().prefix());
        line.add(cluster.program("postgres"));
        line.addAll(List.of("-D", cluster.data().toString(), "-p", Integer.toString(port)));
        for (String setting : PostgresSettings.keepingEverything()) {
            line.addAll(List.of("-c", setting));
        }
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(cluster.log().toFile()));
    }

    /** Creates a database of this name unless it is there. */
    public void createDatabase(String database) {
        try {
            PostgresDatabases.create(jdbcUrl(), USERNAME, password(), database);
        } catch (SQLException e) {
            throw new ServiceFailed("Cannot create the database " + database + ": " + e.getMessage(), e);
        }
    }

    /** Where data, password and log are. */
    public Path directory() {
        return cluster.directory();
    }
}
