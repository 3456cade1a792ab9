package dev.tailback.localservices;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The files of one PostgreSQL: {@code data}, {@code password} and {@code postgres.log} in a directory. */
record PostgresCluster(Path directory, Path executables, PostgresUser user) {
    private static final Duration CHILDREN_LIMIT = Duration.ofSeconds(10);
    private static final int STATUS_LINE = 7;

    /** A standby takes connections, too. */
    private static final Set<String> TAKES_CONNECTIONS = Set.of("ready", "standby");

    static PostgresCluster in(Path directory) {
        DataDirectory.require(directory);
        try {
            PostgresCluster cluster =
                    new PostgresCluster(directory, PostgresExecutables.find(), PostgresUser.choose(directory));
            new PostgresSetup(cluster).run();
            return cluster;
        } catch (IOException e) {
            throw new ServiceFailed("Cannot prepare PostgreSQL's data in " + directory + ": " + e.getMessage(), e);
        }
    }

    Path data() {
        return directory.resolve("data");
    }

    Path passwordFile() {
        return directory.resolve("password");
    }

    Path log() {
        return directory.resolve("postgres.log");
    }

    String program(String name) {
        return executables.resolve("bin").resolve(name).toString();
    }

    String password() {
        try {
            return Files.readString(passwordFile()).strip();
        } catch (IOException e) {
            throw new ServiceFailed("Cannot read PostgreSQL's password in " + directory, e);
        }
    }

    /** The postmaster says so in its own pid file. */
    boolean isReady(long pid) {
        List<String> lines = postmaster();
        return lines.size() > STATUS_LINE
                && lines.get(0).strip().equals(Long.toString(pid))
                && TAKES_CONNECTIONS.contains(lines.get(STATUS_LINE).strip());
    }

    /**
     * A postmaster that was killed leaves its pid file. PostgreSQL forgives that unless another process has the pid by
     * now; the caller owns this directory alone, so nothing that runs can be its postmaster unless its command line
     * says so.
     */
    void forgetDeadPostmaster() {
        if (postmasterRuns()) {
            throw new ServiceFailed("A PostgreSQL that Tailback did not start runs on " + data() + ": stop it first");
        }
        try {
            Files.deleteIfExists(postmasterFile());
        } catch (IOException e) {
            throw new ServiceFailed("Cannot write to " + data() + ": make it writable", e);
        }
    }

    /**
     * They hold the shared memory a little longer than the postmaster lives; those that do not notice its death are
     * killed.
     */
    void endChildren() {
        if (!Await.until(() -> children().isEmpty(), CHILDREN_LIMIT)) {
            children().forEach(Signal.KILL::send);
            Await.until(() -> children().isEmpty(), CHILDREN_LIMIT);
        }
    }

    private Path postmasterFile() {
        return data().resolve("postmaster.pid");
    }

    private List<String> postmaster() {
        try {
            return Files.readAllLines(postmasterFile());
        } catch (IOException notThere) {
            return List.of();
        }
    }

    private boolean postmasterRuns() {
        return postmaster().stream()
                .limit(1)
                .map(String::strip)
                .filter(pid -> pid.matches("\\d{1,18}"))
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)).stream())
                .anyMatch(process -> process.info().commandLine().orElse("").contains(data().toString()));
    }

    // PostgreSQL's children name themselves "postgres: ...", and stand in the data directory.
    private List<ProcessHandle> children() {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                    .filter(path -> path.getFileName().toString().matches("\\d+"))
                    .filter(this::standsInData)
                    .flatMap(path ->
                            ProcessHandle.of(Long.parseLong(path.getFileName().toString())).stream())
                    .toList();
        } catch (IOException noProc) {
            return List.of();
        }
    }

    private boolean standsInData(Path process) {
        try {
            return Files.readSymbolicLink(process.resolve("cwd")).equals(data());
        } catch (IOException goneOrHidden) {
            return false;
        }
    }
}
