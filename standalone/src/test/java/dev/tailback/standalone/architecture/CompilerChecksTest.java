package dev.tailback.standalone.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles a module of one class, whose parent is our own POM, to see what the build refuses. */
class CompilerChecksTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private Path module;

    // Not below target, which Error Prone leaves out. In .mvn stands what opens the compiler to it.
    @BeforeEach
    void a_module(@TempDir Path directory) throws IOException {
        module = directory.toRealPath();
        Files.createDirectory(module.resolve(".mvn"));
        Files.copy(ROOT.resolve(".mvn/jvm.config"), module.resolve(".mvn/jvm.config"));
    }

    @Test
    void faults_of_every_kind_are_refused() throws Exception {
        write("""
                class Pair {
                    static boolean alwaysTrue(String a) {
                        return a.equals(a);
                    }

                    static String nothing() {
                        return null;
                    }
                }
                """);
        String said = compiled(1);
        assertTrue(said.contains("[SelfEquals]"), said);
        assertTrue(said.contains("[NullAway]"), said);
    }

    @Test
    void a_class_without_faults_compiles() throws Exception {
        write("""
                class Pair {
                    static boolean same(String a, String b) {
                        return a.equals(b);
                    }
                }
                """);
        compiled(0);
    }

    private void write(String source) throws IOException {
        Path packaged = Files.createDirectories(module.resolve("src/main/java/dev/tailback/pair"));
        Files.writeString(packaged.resolve("Pair.java"), "package dev.tailback.pair;\n\n" + source);
        Files.writeString(module.resolve("pom.xml"), """
                        <project xmlns="http://maven.apache.org/POM/4.0.0">
                          <modelVersion>4.0.0</modelVersion>
                          <parent>
                            <groupId>dev.tailback</groupId>
                            <artifactId>tailback</artifactId>
                            <version>0.1.0-SNAPSHOT</version>
                            <relativePath>%s</relativePath>
                          </parent>
                          <artifactId>one-class</artifactId>
                          <properties>
                            <nullaway>ERROR</nullaway>
                          </properties>
                        </project>
                        """.formatted(module.relativize(ROOT.resolve("pom.xml"))));
    }

    /** Offline: the build that runs this test has fetched everything. */
    private String compiled(int expected) throws Exception {
        ProcessBuilder maven = new ProcessBuilder(
                        ROOT.resolve("mvnw").toString(),
                        "-q",
                        "-o",
                        "-f",
                        module.resolve("pom.xml").toString(),
                        "clean",
                        "compile")
                .directory(module.toFile())
                .redirectErrorStream(true);
        maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Optional.ofNullable(System.getProperty("localRepository"))
                .ifPresent(place -> maven.command().add("-Dmaven.repo.local=" + place));
        Process process = maven.start();
        String said = new String(process.getInputStream().readAllBytes());
        assertEquals(expected, process.waitFor(), said);
        return said;
    }
}
