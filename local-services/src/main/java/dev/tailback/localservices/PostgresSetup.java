package dev.tailback.localservices;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Makes a PostgreSQL's data directory at its first start, and gives it to the right user at each. The directory appears
 * whole: initdb works beside it and the result is renamed, so a start that was killed in between leaves nothing half
 * made in its place.
 */
record PostgresSetup(PostgresCluster cluster) {

    void run() throws IOException {
        Files.setPosixFilePermissions(cluster.directory(), PosixFilePermissions.fromString("rwxr-xr-x"));
        cluster.user().requireAccess(cluster.directory());
        if (!Files.exists(cluster.data())) {
            initialise();
        }
        cluster.user().own(cluster.data());
    }

    private void initialise() throws IOException {
        Path fresh = cluster.directory().resolve("data.new");
        Unpacked.deleteAll(fresh);
        Files.createDirectory(
                fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path password = fresh.resolveSibling("password.new");
        writePassword(password);
        cluster.user().own(fresh);
        initdb(fresh, password);
        Files.move(password, cluster.passwordFile(), StandardCopyOption.REPLACE_EXISTING);
        Files.move(fresh, cluster.data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void writePassword(Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        byte[] secret = new byte[16];
        new SecureRandom().nextBytes(secret);
        Files.writeString(file, HexFormat.of().formatHex(secret) + "\n");
        cluster.user().own(file);
    }

    private void initdb(Path target, Path password) throws IOException {
        List<String> line = new ArrayList<>(cluster.user().prefix());
        line.addAll(List.of(
                cluster.program("initdb"),
                "--pgdata=" + target,
                "--username=" + EmbeddedPostgres.USERNAME,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C"));
        execute(line);
    }

    private void execute(List<String> line) throws IOException {
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new ServiceFailed(
                        "PostgreSQL cannot set up its data in " + cluster.directory() + ": " + lastLine(output));
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
}
