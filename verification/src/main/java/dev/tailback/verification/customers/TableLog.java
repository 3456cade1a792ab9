package dev.tailback.verification.customers;

import dev.tailback.program.CannotStart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Asks the packaged hub for the script by which a table logs its changes, as a table's owner would. */
public record TableLog(Path jar) {
    private static final int LONGEST_MINUTES = 4;

    /** @throws CannotStart if it gives none */
    public String script(String table) {
        List<String> line = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                jar.toString(),
                "table-sql",
                "--table",
                table,
                "--user",
                CrmAddresses.SHOP_USER);
        try {
            Process process = new ProcessBuilder(line)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String script = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return ended(process) ? script : none(table);
        } catch (IOException e) {
            throw CannotStart.notAvailable(jar + " cannot be started: build first (./mvnw package).", e);
        }
    }

    private static boolean ended(Process process) {
        try {
            return process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CannotStart.notAvailable("Interrupted while a script was made", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static String none(String table) {
        throw CannotStart.notAvailable("The hub gave no script for the log of " + table
                + ": run './tailback hub table-sql --table " + table + "' to see why.");
    }
}
