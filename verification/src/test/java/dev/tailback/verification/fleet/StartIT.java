package dev.tailback.verification.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.program.ExitCode;
import dev.tailback.program.Variable;
import dev.tailback.testservices.TestDatabase;
import dev.tailback.testservices.TestServices;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the packaged programs end when they cannot start, and when they are stopped: each in a process of its own. */
class StartIT {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final String SERVICE_APP = "service-app";
    private static final String SYNC_WORKER = "sync-worker";
    private static final String LOCAL_ORG = "local-org";
    private static final String OPERATOR_CLI = "operator-cli";

    @TempDir
    Path directory;

    private Process process;

    @AfterEach
    void end() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    @Test
    void a_taken_port_is_named_by_every_program() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = String.valueOf(taken.getLocalPort());
            for (String program : List.of(SERVICE_APP, SYNC_WORKER, LOCAL_ORG)) {
                start(program, configured(program), arguments(program, port));

                assertRefused(ExitCode.NOT_AVAILABLE, "Port " + port + " of 127.0.0.1 is already in use");
            }
        }
    }

    @Test
    void every_missing_value_is_named_at_once() throws Exception {
        start(SERVICE_APP, Map.of());
        assertRefused(
                ExitCode.MISCONFIGURED,
                "DATASOURCES_DEFAULT_URL is not set",
                "DATASOURCES_DEFAULT_USERNAME is not set",
                "DATASOURCES_DEFAULT_PASSWORD is not set",
                "REDIS_URI is missing",
                "SALESFORCE_LOGIN_URL is missing",
                "SALESFORCE_CLIENT_ID is missing",
                "SALESFORCE_CLIENT_SECRET is missing",
                "TAILBACK_SESSION_SECRET is not set");

        start(SYNC_WORKER, Map.of());
        assertRefused(
                ExitCode.MISCONFIGURED,
                "REDIS_URI is missing",
                "SALESFORCE_LOGIN_URL is missing",
                "SALESFORCE_CLIENT_ID is missing",
                "SALESFORCE_CLIENT_SECRET is missing");
    }

    @Test
    void every_broken_value_is_named_at_once() throws Exception {
        start(SERVICE_APP, with(configured(SERVICE_APP), "RELAY_SWEEP_EVERY", "soon", "HTTP_BODY_MEMORY", "3"));
        assertRefused(ExitCode.MISCONFIGURED, "HTTP_BODY_MEMORY is '3'", "RELAY_SWEEP_EVERY is 'soon'");

        start(SYNC_WORKER, with(configured(SYNC_WORKER), "WORKER_LEASE", "soon", "HTTP_BODY_MEMORY", "3"));
        assertRefused(ExitCode.MISCONFIGURED, "WORKER_LEASE is 'soon'", "HTTP_BODY_MEMORY is '3'");

        start(LOCAL_ORG, Map.of("MICRONAUT_SERVER_PORT", "99999"), arguments(LOCAL_ORG, "0"));
        assertRefused(ExitCode.MISCONFIGURED, "MICRONAUT_SERVER_PORT is '99999'");
    }

    @Test
    void an_unknown_argument_is_named_by_every_program() throws Exception {
        for (String program : List.of(SERVICE_APP, SYNC_WORKER, LOCAL_ORG)) {
            start(program, Map.of(), "--prot=1");

            assertRefused(ExitCode.MISCONFIGURED, program + ": Unknown option: '--prot=1'");
        }
    }

    @Test
    void an_unknown_argument_of_an_operator_is_named() throws Exception {
        start(OPERATOR_CLI, Map.of(), "sync", "--prot=1");

        assertEquals(ExitCode.MISCONFIGURED.number(), process.waitFor(), this::said);
        assertTrue(Files.readString(errors()).startsWith("Unknown option: '--prot=1'"), this::said);
    }

    @Test
    void an_operator_without_a_name_is_told_how_to_give_one() throws Exception {
        start(OPERATOR_CLI, Map.of(), "sync");

        assertRefused(ExitCode.MISCONFIGURED, "tailback: say who you are: set TAILBACK_OPS_USER");
    }

    @Test
    void a_service_app_that_cannot_be_reached_is_named_with_its_address() throws Exception {
        start(
                OPERATOR_CLI,
                Map.of("TAILBACK_OPS_USER", "operator", "TAILBACK_OPS_PASSWORD", "secret"),
                "sync",
                "--url",
                "http://127.0.0.1:1");

        assertRefused(ExitCode.MISCONFIGURED, "tailback: the service app cannot be reached at http://127.0.0.1:1");
    }

    @Test
    void a_verification_that_cannot_begin_says_why() throws Exception {
        start("verification", Map.of(), "torture", "--without", "luck");
        assertRefused(ExitCode.MISCONFIGURED, "tailback: --without luck is no guard");

        start("verification", Map.of(), "torture", "--prot=1");
        assertRefused(ExitCode.MISCONFIGURED, "tailback: Unknown option: '--prot=1'");
    }

    @Test
    void a_database_that_cannot_be_reached_is_named_with_its_address() throws Exception {
        start(
                SERVICE_APP,
                with(
                        configured(SERVICE_APP),
                        "DATASOURCES_DEFAULT_URL",
                        "jdbc:postgresql://127.0.0.1:1/tailback",
                        "TAILBACK_DATABASE_WAIT",
                        "0"));

        assertRefused(ExitCode.NOT_AVAILABLE, "PostgreSQL at 127.0.0.1:1/tailback did not answer within 0 s");
    }

    @Test
    void sigterm_ends_every_program_in_order() throws Exception {
        for (String program : List.of(SERVICE_APP, SYNC_WORKER, LOCAL_ORG)) {
            int port = freePort();
            start(program, configured(program), arguments(program, String.valueOf(port)));
            Awaitility.await().atMost(Duration.ofMinutes(5)).until(() -> listens(port) || !process.isAlive());

            process.destroy();

            assertEquals(ExitCode.STOPPED.number(), process.waitFor(), this::said);
            assertEquals("", Files.readString(errors()), program);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return free.getLocalPort();
        }
    }

    private static boolean listens(int port) {
        try (Socket connected = new Socket("127.0.0.1", port)) {
            return connected.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    private void assertRefused(ExitCode code, String... beginnings) throws Exception {
        assertEquals(code.number(), process.waitFor(), this::said);
        List<String> sentences = Files.readAllLines(errors());
        assertEquals(beginnings.length, sentences.size(), sentences::toString);
        for (int i = 0; i < beginnings.length; i++) {
            assertTrue(sentences.get(i).startsWith(beginnings[i]), sentences::toString);
        }
        assertTrue(!Files.readString(out()).contains("\tat "), this::said);
    }

    private void start(String program, Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JvmOptions.forProgram());
        command.add("-jar");
        command.add(HOME.resolve(program)
                .resolve("target")
                .resolve(program + ".jar")
                .toString());
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out().toFile()).redirectError(errors().toFile());
        builder.environment().keySet().removeIf(Variable::isOurs);
        // The Java machine says on standard error that it has picked these up.
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        builder.environment().putAll(environment);
        process = builder.start();
    }

    private static String[] arguments(String program, String port) {
        return program.equals(LOCAL_ORG)
                ? new String[] {
                    "--port",
                    port,
                    "--source",
                    HOME.resolve("salesforce-schema/force-app").toString()
                }
                : new String[] {"--port", port};
    }

    private static Map<String, String> configured(String program) {
        Map<String, String> environment = new HashMap<>();
        if (program.equals(LOCAL_ORG)) {
            return environment;
        }
        environment.put("REDIS_URI", "redis://127.0.0.1:1");
        environment.put("SALESFORCE_LOGIN_URL", "http://127.0.0.1:1");
        environment.put("SALESFORCE_CLIENT_ID", "tailback");
        environment.put("SALESFORCE_CLIENT_SECRET", "secret");
        if (program.equals(SERVICE_APP)) {
            TestDatabase database = TestServices.emptyDatabase();
            environment.put("DATASOURCES_DEFAULT_URL", database.jdbcUrl());
            environment.put("DATASOURCES_DEFAULT_USERNAME", database.username());
            environment.put("DATASOURCES_DEFAULT_PASSWORD", database.password());
            environment.put("TAILBACK_SESSION_SECRET", "0123456789012345678901234567890123456789");
        }
        return environment;
    }

    private static Map<String, String> with(Map<String, String> values, String... more) {
        for (int i = 0; i < more.length; i += 2) {
            values.put(more[i], more[i + 1]);
        }
        return values;
    }

    private Path out() {
        return directory.resolve("out");
    }

    private Path errors() {
        return directory.resolve("err");
    }

    private String said() {
        try {
            return Files.readString(out()) + Files.readString(errors());
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }
}
