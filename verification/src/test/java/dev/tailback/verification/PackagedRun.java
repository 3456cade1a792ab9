package dev.tailback.verification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A run of the packaged program, as {@code ./tailback} starts it: a process with everything that it starts. */
public final class PackagedRun implements AutoCloseable {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final int LONGEST_END_S = 240;

    private final Path printed;
    private final Process process;
    private final Set<ProcessHandle> everStarted = new HashSet<>();

    private PackagedRun(Path printed, Process process) {
        this.printed = printed;
        this.process = process;
    }

    /** @param directory for its data and for what it prints */
    public static PackagedRun start(Path directory, String command, String... options) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dtailback.home=" + HOME,
                "-jar",
                HOME.resolve("verification/target/verification.jar").toString(),
                command,
                "--data",
                directory.resolve("data").toString()));
        line.addAll(List.of(options));
        Path printed = directory.resolve("printed.txt");
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        return new PackagedRun(printed, process);
    }

    /** @return its exit code */
    public int awaitEnd() {
        Awaitility.await().atMost(Duration.ofMinutes(20)).until(() -> {
            rememberItsProcesses();
            return !process.isAlive();
        });
        return process.exitValue();
    }

    /** @return whether it said so before it ended */
    public boolean awaitPrinted(String words) {
        Awaitility.await().atMost(Duration.ofMinutes(10)).until(() -> {
            rememberItsProcesses();
            return printed().contains(words) || !process.isAlive();
        });
        return process.isAlive();
    }

    public void interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    }

    public String printed() {
        try {
            return Files.readString(printed);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** @return how many processes it started, when none of them is left */
    public int awaitNoneIsLeft() {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> everStarted.stream().noneMatch(ProcessHandle::isAlive));
        return everStarted.size();
    }

    private void rememberItsProcesses() {
        process.descendants().forEach(everStarted::add);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(LONGEST_END_S, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }
}
