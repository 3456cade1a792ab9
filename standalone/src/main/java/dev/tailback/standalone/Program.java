package dev.tailback.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One of our programs as a process of its own: started, awaited, killed, started again. */
final class Program implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration STOP = Duration.ofSeconds(30);

    private final ProgramPlan plan;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private Process process;

    Program(ProgramPlan plan) {
        this.plan = plan;
    }

    String name() {
        return plan.name();
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** Starts the process; it is not ready yet. */
    void start() {
        try {
            Files.createDirectories(plan.log().getParent());
            ProcessBuilder builder = new ProcessBuilder(command())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(plan.log().toFile()));
            // Nothing of the shell that started the demo may point a program at someone's real org or database.
            builder.environment().keySet().removeIf(ProgramPlan::isOurs);
            builder.environment().putAll(plan.environment());
            process = builder.start();
            plan.register().accept(process.toHandle());
        } catch (IOException e) {
            throw new CannotStart("Cannot start " + plan.name() + ": " + e.getMessage(), e);
        }
    }

    private List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JvmOptions.forProgram());
        command.addAll(List.of("-jar", plan.jar().toString()));
        command.addAll(plan.arguments());
        return command;
    }

    /** @throws CannotStart with the end of its log, if it ends or is not ready in time */
    void awaitReady() {
        long deadline = System.nanoTime() + START.toNanos();
        while (!answers()) {
            if (!process.isAlive()) {
                throw new CannotStart(plan.name() + " ended at once with " + process.exitValue() + ": " + endOfLog());
            }
            if (System.nanoTime() > deadline) {
                throw new CannotStart(plan.name() + " was not ready after " + START.toSeconds() + " s: " + endOfLog());
            }
            Pause.briefly();
        }
    }

    private boolean answers() {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(plan.ready()).timeout(Duration.ofSeconds(3)).build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted while " + plan.name() + " was starting", e);
        }
    }

    private String endOfLog() {
        try {
            List<String> lines = Files.readAllLines(plan.log());
            return String.join(" | ", lines.subList(Math.max(0, lines.size() - 5), lines.size()))
                    + " (whole log: " + plan.log() + ")";
        } catch (IOException e) {
            return "its log " + plan.log() + " cannot be read";
        }
    }

    /** As a power cut would: no shutdown hook runs. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Asks it to stop, and insists after half a minute. */
    @Override
    public void close() {
        if (!isAlive()) {
            return;
        }
        process.destroy();
        if (!awaitEnd()) {
            process.destroyForcibly();
            awaitEnd();
        }
    }

    private boolean awaitEnd() {
        try {
            return process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    int exitValue() {
        return process.exitValue();
    }

    URI ready() {
        return plan.ready();
    }

    Map<String, String> environment() {
        return plan.environment();
    }
}
