package dev.tailback.services;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The files of one PostgreSQL: {@code data}, {@code password} and {@code postgres.log} in a directory. A data directory appears whole: initdb works beside
 * it and the result is renamed, so a start that was killed in between leaves nothing half made in its place.
 */
record PostgresCluster(Path directory, Path executables, PostgresUser user) {
    private static final Duration CHILDREN_LIMIT = Duration.ofSeconds(10);
    private static final int STATUS_LINE = 7;

    static PostgresCluster in(Path directory) {
        EmbeddedPostgres.requireWritable(directory);
        try {
            PostgresCluster cluster =
                    new PostgresCluster(directory, PostgresExecutables.find(), PostgresUser.choose(directory));
            cluster.prepare();
            return cluster;
        } catch (IOException e) {
            throw new ServiceFailed("Cannot prepare PostgreSQL's data in " + directory + ": " + e.getMessage(), e);
        }
    }

    Path data() {
        return directory.resolve("data");
    }

    Path log() {
        return directory.resolve("postgres.log");
    }

    String program(String name) {
        return executables.resolve("bin").resolve(name).toString();
    }

    String password() {
        try {
            return Files.readString(directory.resolve("password")).strip();
        } catch (IOException e) {
            throw new ServiceFailed("Cannot read PostgreSQL's password in " + directory, e);
        }
    }

    /** The postmaster says so in its own pid file. */
    boolean isReady(long pid) {
        List<String> lines = postmaster();
        return lines.size() > STATUS_LINE
                && lines.get(0).strip().equals(Long.toString(pid))
                && lines.get(STATUS_LINE).strip().equals("ready");
    }

    /**
     * A postmaster that was killed leaves its pid file. PostgreSQL forgives that unless another process has the pid by now; the caller owns this
     * directory alone, so nothing that runs can be its postmaster unless its command line says so.
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

    /** They hold the shared memory a little longer than the postmaster lives. */
    void awaitChildrensEnd() {
        Await.until(() -> childrenAreGone(), CHILDREN_LIMIT);
    }

    private void prepare() throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        user.requireAccess(directory);
        if (!Files.exists(data())) {
            initialise();
        }
        user.own(data());
    }

    private void initialise() throws IOException {
        Path fresh = directory.resolve("data.new");
        Unpacked.deleteAll(fresh);
        Files.createDirectory(
                fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path password = fresh.resolveSibling("password.new");
        writePassword(password);
        user.own(fresh);
        initdb(fresh, password);
        Files.move(password, directory.resolve("password"), StandardCopyOption.REPLACE_EXISTING);
        Files.move(fresh, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void writePassword(Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        byte[] secret = new byte[16];
        new SecureRandom().nextBytes(secret);
        Files.writeString(file, HexFormat.of().formatHex(secret) + "\n");
        user.own(file);
    }

    private void initdb(Path target, Path password) throws IOException {
        List<String> line = new ArrayList<>(user.prefix());
        line.addAll(List.of(
                program("initdb"),
                "--pgdata=" + target,
                "--username=" + EmbeddedPostgres.USERNAME,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C"));
        run(line);
    }

    private void run(List<String> line) throws IOException {
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new ServiceFailed("PostgreSQL cannot set up its data in " + directory + ": " + lastLine(output));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ServiceFailed("Interrupted while PostgreSQL set up its data", interrupted);
        }
    }

    private static String lastLine(String output) {
        return output.lines()
                .filter(line -> line.contains("error") || line.contains("FATAL"))
                .reduce((a, b) -> b)
                .orElse(output.strip());
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
    private boolean childrenAreGone() {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                    .filter(path -> path.getFileName().toString().matches("\\d+"))
                    .noneMatch(this::standsInData);
        } catch (IOException noProc) {
            return true;
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
