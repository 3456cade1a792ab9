package dev.tailback.verification.benchmarks.peers;

import dev.tailback.localservices.OwnedProcess;
import dev.tailback.verification.benchmarks.lab.Lab;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Where peers are made ready: programs of this machine, what is fetched, and our scripts that drive them. */
public record Workshop(Lab lab) {

    /** @param program a name on the path, or a path */
    public static Optional<Path> find(String program) {
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        return Stream.concat(
                        Stream.of(Path.of(program)).filter(Path::isAbsolute),
                        Arrays.stream(path.split(File.pathSeparator))
                                .filter(directory -> !directory.isEmpty())
                                .map(directory -> Path.of(directory, program)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Stays for the next run. */
    public Path directory(String name) {
        return lab.tools().resolve(name);
    }

    public Path log(String name) {
        return lab.log(name);
    }

    /** Writes our script of this name into the directory. */
    public Path script(String name, Path directory) {
        Path target = directory.resolve(name);
        try (InputStream script = Workshop.class.getResourceAsStream(name)) {
            Files.createDirectories(directory);
            Files.copy(Objects.requireNonNull(script, name), target, StandardCopyOption.REPLACE_EXISTING);
            return target;
        } catch (IOException e) {
            throw new PeerMissing("Cannot write " + target + ": give the measurement another --data DIR", e);
        }
    }

    /** @param environment besides that of this program */
    OwnedProcess start(String name, ProcessBuilder command, Map<String, String> environment) {
        command.environment().putAll(environment);
        command.redirectError(ProcessBuilder.Redirect.to(log(name).toFile()));
        return lab.start(name, command);
    }

    /** Whether the command ended with 0 within the time; it is ended if it did not. What it says is in its log. */
    public boolean succeeds(String name, ProcessBuilder command, Duration limit) {
        command.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        command.redirectErrorStream(true);
        command.redirectOutput(ProcessBuilder.Redirect.to(log(name).toFile()));
        try (OwnedProcess process = start(name, command, Map.of())) {
            return process.process().waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)
                    && process.process().exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PeerMissing("Interrupted while " + name + " ran", e);
        }
    }
}
