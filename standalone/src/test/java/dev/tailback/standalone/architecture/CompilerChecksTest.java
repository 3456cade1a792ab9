package dev.tailback.standalone.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compiles a module of one class, whose parent is our own POM, to see what the build refuses. What holds for it holds
 * for each module, since none says otherwise.
 */
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

                    static int length(java.util.Map<String, String> words) {
                        return words.get("a").length();
                    }
                }
                """);
        String said = compiled(1);
        assertTrue(said.contains("[SelfEquals]"), said);
        assertTrue(said.contains("[NullAway] returning @Nullable expression"), said);
        assertTrue(said.contains("[NullAway] dereferenced expression words.get(\"a\") is @Nullable"), said);
    }

    @Test
    void no_module_is_compiled_in_another_way() throws IOException {
        List<Path> modules = OwnCompilation.modules(ROOT);
        assertTrue(modules.size() > 14, "The guard must see the modules: " + modules);
        for (Path each : modules) {
            assertEquals(List.of(), OwnCompilation.of(each).complaints(), each.toString());
        }
    }

    @Test
    void a_module_that_is_compiled_in_another_way_is_found() throws IOException {
        write("""
                @SuppressWarnings("NullAway")
                class Pair {}
                """);
        Files.writeString(module.resolve("pom.xml"), """
                        <project>
                          <parent>
                            <artifactId>another</artifactId>
                          </parent>
                          <properties>
                            <nullaway.checks>-Xep:NullAway:OFF</nullaway.checks>
                          </properties>
                          <build><plugins><plugin>
                            <artifactId>maven-compiler-plugin</artifactId>
                            <configuration>
                              <testExcludes/>
                              <compilerArgs combine.children="append">
                                <arg>-Akey=value</arg>
                                <arg>-Xep:NullAway:OFF</arg>
                              </compilerArgs>
                              <annotationProcessorPaths/>
                            </configuration>
                            <executions/>
                          </plugin></plugins></build>
                        </project>
                        """);
        assertEquals(
                List.of(
                        "its parent is another",
                        "it sets nullaway.checks",
                        "it sets arg",
                        "it sets annotationProcessorPaths",
                        "it sets executions",
                        "Pair.java silences NullAway"),
                OwnCompilation.of(module).complaints());
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
