package dev.tailback.localorg.clients;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.tailback.testkit.Npm;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the checks in {@code local-org/clients}: clients from npm, unmodified, against the built jar as a program of its
 * own. Only the profile {@code node-clients} starts it.
 */
class NodeClientsIT {
    private static final Path JAR = Path.of("target/local-org.jar");
    private static final Pattern ADDRESS = Pattern.compile("http://[0-9.]+:\\d+");
    private static final Pattern CHECKS = Pattern.compile("pass (\\d+)");

    @TempDir
    private Path directory;

    @Test
    void clients_from_npm_find_a_salesforce() throws Exception {
        Npm npm = Npm.in(Path.of("clients")).orElseGet(() -> skipped(Npm.NEEDED));
        npm.install().ifPresent(NodeClientsIT::skipped);
        SigningKey key = SigningKey.below(directory);
        Process org = start(key);
        try {
            Matcher checks = CHECKS.matcher(npm.test(Map.of(
                    "ORG_URL", addressOf(org), "ORG_JWT_KEY", key.secret().toString())));
            assertTrue(checks.find() && Integer.parseInt(checks.group(1)) > 0, "npm test ran no checks");
            System.out.println("Clients from npm passed " + checks.group(1) + " checks.");
        } finally {
            org.destroy();
            org.waitFor();
        }
    }

    private static Npm skipped(String why) {
        String sentence = "The clients in local-org/clients were not tried: " + why;
        System.out.println(sentence);
        return abort(sentence);
    }

    private static Process start(SigningKey key) throws IOException {
        ProcessBuilder org = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                JAR.toString(),
                "--source",
                OrchardOrg.SOURCE.toString(),
                "--seed",
                OrchardOrg.SEED.toString(),
                "--port",
                "0");
        org.environment().put("LOCAL_ORG_JWT_KEYS", key.trusted().toString());
        return org.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    /** The first address the program names; its further words are left in the pipe, they are few. */
    private static String addressOf(Process org) throws IOException {
        BufferedReader words = org.inputReader();
        for (String line = words.readLine(); line != null; line = words.readLine()) {
            Matcher address = ADDRESS.matcher(line);
            if (address.find()) {
                return address.group();
            }
        }
        throw new AssertionError("local-org ended before it was ready, code " + org.exitValue());
    }
}
