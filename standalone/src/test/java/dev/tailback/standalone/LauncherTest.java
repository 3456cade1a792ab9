package dev.tailback.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script people type, in a home where everything is built, with a Java that prints what it was started with. */
class LauncherTest {

    /** Says what it was started with, and writes an archive where it is told to. */
    private static final String ECHO = """
            #!/bin/sh
            for one in "$@"; do
              case $one in -XX:SharedArchiveFile=*.new) echo classes >"${one#*=}" ;; esac
            done
            echo "$@"
            """;

    @TempDir
    Path home;

    @BeforeEach
    void everything_is_built() throws IOException {
        Files.copy(Path.of("..", "tailback"), home.resolve("tailback"));
        Files.createFile(home.resolve("pom.xml"));
        for (String module : modules()) {
            Files.createDirectories(home.resolve(module).resolve("target"));
            Files.createFile(home.resolve(module).resolve("target").resolve(module + ".jar"));
            Files.createDirectories(home.resolve(module).resolve("src").resolve("main"));
            Files.createFile(home.resolve(module).resolve("pom.xml"));
        }
        Files.createFile(Files.createDirectories(home.resolve(".tailback")).resolve("built"));
        Path bin = Files.createDirectories(home.resolve("jdk").resolve("bin"));
        for (String program : List.of("java", "javac")) {
            Path echo = Files.writeString(bin.resolve(program), ECHO);
            Files.setPosixFilePermissions(echo, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Files.writeString(
                home.resolve("jdk").resolve("release"),
                "JAVA_RUNTIME_VERSION=\"17.0.15+6\"\nJAVA_VERSION=\"17.0.15\"\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "torture", "ops", "org", "bench", "service-app", "sync-worker", "local-org"})
    void every_program_ends_when_it_is_out_of_memory_and_repeats_no_post(String command) throws Exception {
        String started = said(0, command);
        assertTrue(started.contains("-XX:+ExitOnOutOfMemoryError"), started);
        assertTrue(started.contains("-Dsun.net.http.retryPost=false"), started);
        assertTrue(started.contains("-jar "), started);
    }

    /** The script and the image start the operators' program in the same way. */
    @Test
    void the_options_for_a_quick_start_are_those_of_the_image() throws Exception {
        String image = Files.readString(Path.of("..", "operator-cli", "pom.xml"));
        Matcher flag = Pattern.compile("<jvmFlag>([^<]+)</jvmFlag>").matcher(image);
        String started = said(0, "ops");

        int flags = 0;
        while (flag.find()) {
            assertTrue(started.contains(flag.group(1)), started);
            flags++;
        }
        assertEquals(2, flags, image);
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "ops", "service-app", "sync-worker", "local-org"})
    void a_program_takes_its_archive_of_classes_unless_a_jar_is_newer(String command) throws Exception {
        String module = Map.of("demo", "standalone", "ops", "operator-cli").getOrDefault(command, command);
        Path archive = Files.createFile(archives().resolve(module + "-17.0.15+6.jsa"));
        String taking = "-XX:SharedArchiveFile=" + archive;
        assertTrue(said(0, command).contains(taking));

        Path library = Files.createDirectories(home.resolve(module).resolve("target/lib"))
                .resolve("new.jar");
        FileTime later =
                FileTime.from(Files.getLastModifiedTime(archive).toInstant().plusSeconds(1));
        Files.setLastModifiedTime(Files.createFile(library), later);
        String started = said(0, command);
        assertFalse(started.contains(taking), started);
        assertTrue(started.contains("-jar "), started);
    }

    @Test
    void the_archive_of_another_java_is_left_alone() throws Exception {
        Files.createFile(archives().resolve("operator-cli-25.0.3+9-LTS.jsa"));
        assertFalse(said(0, "ops").contains("SharedArchiveFile"));

        Files.writeString(home.resolve("jdk").resolve("release"), "JAVA_VERSION=\"17.0.15\"\n");
        Files.createFile(archives().resolve("operator-cli-.jsa"));
        String started = said(0, "ops", "sync");
        assertFalse(started.contains("SharedArchiveFile") || started.contains("DumpLoadedClassList"), started);
    }

    @Test
    void the_first_command_that_reads_makes_the_archive_and_leaves_nothing_else() throws Exception {
        assertTrue(said(0, "ops", "sync").contains("-XX:DumpLoadedClassList="));

        assertEquals(List.of("operator-cli-17.0.15+6.jsa"), filesOf(archives()));
        assertTrue(said(0, "ops", "sync").contains("-XX:SharedArchiveFile="));
    }

    @Test
    void a_command_that_fails_keeps_its_exit_code_and_makes_no_archive() throws Exception {
        Files.writeString(home.resolve("jdk").resolve("bin").resolve("java"), "#!/bin/sh\nexit 3\n");
        said(3, "ops", "sync");

        assertEquals(List.of(), filesOf(archives()));
    }

    @Test
    void an_archive_that_cannot_be_made_changes_nothing() throws Exception {
        String failing = ECHO.replace("echo classes", "exit 1; echo");
        Files.writeString(home.resolve("jdk").resolve("bin").resolve("java"), failing);
        assertTrue(said(0, "ops", "sync").contains("-jar "));

        assertEquals(List.of(), filesOf(archives()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "ops"})
    void where_no_archive_can_be_kept_everything_starts_without(String command) throws Exception {
        Files.writeString(home.resolve(".tailback").resolve("archives"), "no directory");
        String started = said(0, command, "sync");

        assertFalse(started.contains("DumpLoadedClassList"), started);
        assertTrue(started.startsWith("-"), started);
    }

    @Test
    void fresh_passwords_are_for_the_eyes_of_their_owner_and_none_is_used_twice() throws Exception {
        String told = said(0, "env");
        Path file = home.resolve(".env");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        TreeMap<String, String> secrets = new TreeMap<>(Files.readAllLines(file).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("=", 2))
                .filter(pair -> pair[0].endsWith("PASSWORD") || pair[0].endsWith("SECRET"))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1])));
        assertEquals(secrets.get("SALESFORCE_CLIENT_SECRET"), secrets.remove("LOCAL_ORG_CLIENT_SECRET"));
        assertEquals(10, secrets.size(), secrets.keySet()::toString);
        assertEquals(10, secrets.values().stream().distinct().count());
        for (String secret : secrets.values()) {
            assertTrue(secret.matches("[0-9a-f]{48}"), "a secret is " + secret.length() + " characters");
            assertFalse(told.contains(secret));
        }
    }

    @Test
    void an_env_file_that_is_there_stays_as_it_is() throws Exception {
        Files.writeString(home.resolve(".env"), "TAILBACK_DATABASE_PASSWORD=mine\n");
        assertTrue(said(2, "env").contains("stays as it is"));
        assertEquals("TAILBACK_DATABASE_PASSWORD=mine\n", Files.readString(home.resolve(".env")));
    }

    /** Those that the launcher looks for before it says that all is built. */
    private static List<String> modules() throws IOException {
        Matcher named =
                Pattern.compile("for module in ([a-z -]+); do").matcher(Files.readString(Path.of("..", "tailback")));
        assertTrue(named.find());
        return List.of(named.group(1).split(" "));
    }

    private Path archives() throws IOException {
        return Files.createDirectories(home.resolve(".tailback").resolve("archives"));
    }

    private static List<String> filesOf(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private String said(int exitCode, String... command) throws IOException, InterruptedException {
        List<String> line =
                new ArrayList<>(List.of("sh", home.resolve("tailback").toString()));
        line.addAll(List.of(command));
        ProcessBuilder launcher = new ProcessBuilder(line);
        launcher.environment().put("JAVA_HOME", home.resolve("jdk").toString());
        launcher.environment().remove("JAVA_OPTS");
        Process process = launcher.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), said);
        assertEquals(exitCode, process.exitValue(), said);
        return said;
    }
}
