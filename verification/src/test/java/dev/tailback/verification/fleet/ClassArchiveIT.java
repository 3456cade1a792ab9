package dev.tailback.verification.fleet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.localservices.OwnedProcesses;
import dev.tailback.program.Variable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Archives of the operators' program, which is the quickest to start, each start in a process of its own. */
class ClassArchiveIT {
    private static final Path PROGRAM =
            Path.of("..", "operator-cli", "target").toAbsolutePath().normalize();
    private static final long SOMEBODY_ELSE = 1;
    private static final long NOBODY = 999_999_999;

    @TempDir
    Path directory;

    private Path jar;

    /** What a start said and how it ended. */
    private record Said(int exitCode, String out, String errors) {}

    /** So that its jars can change. */
    @BeforeEach
    void a_copy_of_the_program() throws IOException {
        jar = directory.resolve("program").resolve("operator-cli.jar");
        Files.createDirectories(jar.resolveSibling("lib"));
        Files.copy(PROGRAM.resolve("operator-cli.jar"), jar);
        try (Stream<Path> libraries = Files.list(PROGRAM.resolve("lib"))) {
            for (Path library : libraries.toList()) {
                Files.copy(library, jar.resolveSibling("lib").resolve(library.getFileName()));
            }
        }
    }

    @Test
    void a_program_notes_its_classes_once_and_then_takes_them_from_the_archive() throws Exception {
        ClassArchive archive = new ClassArchive(archives(), jar);
        Said plain = start(List.of(), "sync");
        assertEquals(2, plain.exitCode(), plain::toString);
        assertEquals(plain, start(archive.options(), "sync"));

        make(archive, "processes");

        assertEquals(List.of(archive.file()), filesOfArchives());
        Path loaded = directory.resolve("loaded.txt");
        List<String> options = new ArrayList<>(archive.options());
        options.add("-Xlog:class+load=info:file=" + loaded);
        assertEquals(plain, start(options, "sync"));
        assertTrue(
                Files.readString(loaded).contains("dev.tailback.operatorcli.Operate source: shared objects file"),
                "its classes come from jars");
    }

    /** What can stand where the archive is expected. */
    private enum Unfit {
        NOTHING {
            @Override
            void put(Path archive, Path jar) throws IOException {
                Files.delete(archive);
            }
        },
        AN_EMPTY_FILE {
            @Override
            void put(Path archive, Path jar) throws IOException {
                Files.writeString(archive, "");
            }
        },
        SOMETHING_ELSE {
            @Override
            void put(Path archive, Path jar) throws IOException {
                Files.writeString(archive, "No archive of classes. ".repeat(10_000));
            }
        },
        HALF_OF_IT {
            @Override
            void put(Path archive, Path jar) throws IOException {
                String whole = Files.readString(archive, ISO_8859_1);
                Files.writeString(archive, whole.substring(0, whole.length() / 2), ISO_8859_1);
            }
        },
        THAT_OF_ANOTHER_JAVA {
            @Override
            void put(Path archive, Path jar) throws IOException {
                String whole = Files.readString(archive, ISO_8859_1);
                assertTrue(whole.contains(" JRE ("), "it does not say of which Java it is");
                Files.writeString(archive, whole.replaceFirst(" JRE \\(", " JRE <"), ISO_8859_1);
            }
        },
        THAT_OF_AN_OLDER_JAR {
            @Override
            void put(Path archive, Path jar) throws IOException {
                Files.setLastModifiedTime(jar, later(archive));
            }
        };

        abstract void put(Path archive, Path jar) throws IOException;
    }

    @ParameterizedTest
    @EnumSource(Unfit.class)
    void an_archive_that_does_not_fit_changes_nothing_and_is_not_mentioned(Unfit unfit) throws Exception {
        ClassArchive archive = new ClassArchive(archives(), jar);
        start(archive.options(), "sync");
        make(archive, "processes");

        unfit.put(archive.file(), jar);

        List<String> strict = new ArrayList<>(archive.taking());
        strict.add("-Xshare:on");
        assertEquals(1, start(strict, "--help").exitCode(), "it fits after all");
        for (String argument : List.of("sync", "--help", "--prot=1")) {
            assertEquals(start(List.of(), argument), start(archive.taking(), argument));
        }
    }

    @Test
    void a_newer_library_is_noted_again() throws Exception {
        ClassArchive archive = new ClassArchive(archives(), jar);
        start(archive.options(), "sync");
        make(archive, "processes");
        assertEquals(archive.taking(), archive.options());

        try (Stream<Path> libraries = Files.list(jar.resolveSibling("lib"))) {
            Files.setLastModifiedTime(libraries.findFirst().orElseThrow(), later(archive.file()));
        }

        assertFalse(archive.isCurrent());
        assertTrue(archive.options().get(0).startsWith("-XX:DumpLoadedClassList="));
    }

    @Test
    void where_nothing_can_be_written_a_program_starts_without() throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "no directory");
        ClassArchive archive = new ClassArchive(file.resolve("archives"), jar);

        assertEquals(List.of(), archive.options());
        make(archive, "processes");
        assertEquals("no directory", Files.readString(file));
    }

    @Test
    void two_starts_at_one_time_leave_one_archive_and_nothing_else() throws Exception {
        ClassArchive ours = new ClassArchive(archives(), jar);
        ClassArchive theirs = new ClassArchive(archives(), jar, SOMEBODY_ELSE);
        Said plain = start(List.of(), "sync");
        List<List<String>> options = List.of(ours.options(), theirs.options());
        List<CompletableFuture<Said>> starts = options.stream()
                .map(one -> CompletableFuture.supplyAsync(() -> start(one, "sync")))
                .toList();
        starts.forEach(start -> assertEquals(plain, start.join()));

        CompletableFuture<Void> beside = CompletableFuture.runAsync(() -> make(theirs, "theirs"));
        make(ours, "ours");
        beside.join();

        assertEquals(List.of(ours.file()), filesOfArchives());
        List<String> strict = new ArrayList<>(ours.options());
        strict.add("-Xshare:on");
        assertEquals(plain, start(strict, "sync"));
    }

    @Test
    void what_dead_owners_left_is_deleted_and_nothing_of_the_living() throws Exception {
        ClassArchive dead = new ClassArchive(archives(), jar, NOBODY);
        ClassArchive living = new ClassArchive(archives(), jar, SOMEBODY_ELSE);
        dead.options();
        living.options();
        Path other = Files.writeString(archives().resolve("sync-worker-17." + NOBODY + ".classes"), "");

        new ClassArchive(archives(), jar).forget();

        assertEquals(2, filesOfArchives().size(), () -> filesOfArchives().toString());
        assertTrue(Files.exists(other));
        living.forget();
        assertEquals(List.of(other), filesOfArchives());
    }

    private Path archives() {
        return directory.resolve("archives");
    }

    private List<Path> filesOfArchives() {
        try (Stream<Path> files = Files.list(archives())) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileTime later(Path archive) throws IOException {
        return FileTime.from(Files.getLastModifiedTime(archive).toInstant().plusSeconds(10));
    }

    private void make(ClassArchive archive, String owner) {
        try (OwnedProcesses processes = OwnedProcesses.in(directory.resolve(owner))) {
            archive.make(processes);
        }
    }

    private Said start(List<String> options, String argument) {
        try {
            List<String> line = new ArrayList<>();
            line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            line.addAll(options);
            line.addAll(List.of("-XX:+UseSerialGC", "-jar", jar.toString(), argument));
            Path out = Files.createTempFile(directory, "out", ".txt");
            Path errors = Files.createTempFile(directory, "errors", ".txt");
            ProcessBuilder builder =
                    new ProcessBuilder(line).redirectOutput(out.toFile()).redirectError(errors.toFile());
            builder.environment().keySet().removeIf(Variable::isOurs);
            Process process = builder.start();
            assertTrue(process.waitFor(4, TimeUnit.MINUTES), "it does not end");
            return new Said(process.exitValue(), Files.readString(out), Files.readString(errors));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
