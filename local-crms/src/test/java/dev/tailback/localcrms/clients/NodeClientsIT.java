package dev.tailback.localcrms.clients;

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

/**
 * Runs the checks in {@code local-crms/clients}: HubSpot's own client from npm, unmodified, against the built jar as a
 * program of its own. Only the profile {@code node-clients} starts it.
 */
class NodeClientsIT {
    private static final Path JAR = Path.of("target/local-crms.jar");
    private static final Pattern ADDRESS = Pattern.compile("http://[0-9.]+:\\d+");
    private static final Pattern CHECKS = Pattern.compile("pass (\\d+)");

    @Test
    void the_client_from_npm_finds_a_hubspot() throws Exception {
        Npm npm = Npm.in(Path.of("clients")).orElseGet(() -> skipped(Npm.NEEDED));
        npm.install().ifPresent(NodeClientsIT::skipped);
        Process crm = start();
        try {
            Matcher checks = CHECKS.matcher(npm.test(Map.of("CRM_URL", addressOf(crm))));
            assertTrue(checks.find() && Integer.parseInt(checks.group(1)) > 0, "npm test ran no checks");
            System.out.println("The client from npm passed " + checks.group(1) + " checks.");
        } finally {
            crm.destroy();
            crm.waitFor();
        }
    }

    private static Npm skipped(String why) {
        String sentence = "The client in local-crms/clients was not tried: " + why;
        System.out.println(sentence);
        return abort(sentence);
    }

    private static Process start() throws IOException {
        ProcessBuilder crm = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                JAR.toString(),
                "hubspot",
                "--port",
                "0");
        return crm.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static String addressOf(Process crm) throws IOException {
        BufferedReader words = crm.inputReader();
        for (String line = words.readLine(); line != null; line = words.readLine()) {
            Matcher address = ADDRESS.matcher(line);
            if (address.find()) {
                return address.group();
            }
        }
        throw new AssertionError("local-crms ended before it was ready, code " + crm.exitValue());
    }
}
