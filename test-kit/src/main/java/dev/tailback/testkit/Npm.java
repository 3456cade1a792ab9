package dev.tailback.testkit;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Node's package manager, for one directory. A registry that cannot be reached, or not in time, is a reason to skip;
 * anything else that fails is a failure.
 */
public final class Npm {
    /** Why there is none, for a person. */
    public static final String NEEDED = "they need Node 20 or newer with npm, and that is not here.";

    private static final String COMMAND = File.separatorChar == '\\' ? "npm.cmd" : "npm";
    private static final Pattern VERSION = Pattern.compile("v(\\d+)\\.");
    private static final long MINUTES_FOR_THE_REGISTRY = 10;
    private static final Pattern NO_REGISTRY = Pattern.compile(
            "npm (?:error|ERR!) code (ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|ERR_SOCKET_TIMEOUT|E429|E5\\d\\d)\\b");

    private record Ended(int code, String said) {}

    private final Path directory;

    private Npm(Path directory) {
        this.directory = directory;
    }

    /** Empty where there is no npm, or a Node too old for the clients. */
    public static Optional<Npm> in(Path directory) throws IOException, InterruptedException {
        Npm npm = new Npm(directory);
        Matcher node = VERSION.matcher(npm.answerTo("node"));
        boolean newEnough = node.find() && Integer.parseInt(node.group(1)) >= 20;
        return newEnough && !npm.answerTo(COMMAND).isEmpty() ? Optional.of(npm) : Optional.empty();
    }

    /** @return why it could not, if the registry is to blame */
    public Optional<String> install() throws IOException, InterruptedException {
        Optional<Ended> install = run(Map.of(), "ci", "--no-audit", "--no-fund");
        if (install.isEmpty()) {
            return Optional.of("npm's registry did not deliver them within " + MINUTES_FOR_THE_REGISTRY + " minutes.");
        }
        Matcher unreachable = NO_REGISTRY.matcher(install.get().said());
        if (install.get().code() != 0 && unreachable.find()) {
            return Optional.of("npm's registry cannot be reached (" + unreachable.group(1) + ").");
        }
        require(install.get(), "npm ci");
        return Optional.empty();
    }

    /** Runs the checks, and returns what they said; a failure is an AssertionError with all of it. */
    public String test(Map<String, String> environment) throws IOException, InterruptedException {
        Ended test = run(environment, "test").orElseThrow(() -> new AssertionError("npm test did not end"));
        require(test, "npm test");
        return test.said();
    }

    private void require(Ended command, String name) {
        if (command.code() != 0) {
            throw new AssertionError(name + " in " + directory + " failed:\n" + command.said());
        }
    }

    /** The version of a program; empty where it is not installed or does not work. */
    private String answerTo(String program) throws InterruptedException {
        try {
            Process asked = new ProcessBuilder(program, "--version").start();
            String version = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return asked.waitFor() == 0 ? version : "";
        } catch (IOException notInstalled) {
            return "";
        }
    }

    private Optional<Ended> run(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        Path words = Files.createTempFile("npm", ".log");
        try {
            ProcessBuilder npm = new ProcessBuilder(COMMAND).directory(directory.toFile());
            npm.command().addAll(List.of(arguments));
            npm.environment().putAll(environment);
            Process process =
                    npm.redirectErrorStream(true).redirectOutput(words.toFile()).start();
            if (!process.waitFor(MINUTES_FOR_THE_REGISTRY, TimeUnit.MINUTES)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
                return Optional.empty();
            }
            return Optional.of(new Ended(process.exitValue(), Files.readString(words)));
        } finally {
            Files.deleteIfExists(words);
        }
    }
}
