package dev.tailback.verification.fleet;

import dev.tailback.localservices.OwnedProcess;
import dev.tailback.localservices.OwnedProcesses;
import dev.tailback.program.CannotStart;
import dev.tailback.program.Variable;
import java.io.File;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/** One of our programs as a process of its own: started, awaited, killed, started again. */
// The process is there from start() on.
@SuppressWarnings("NullAway.Init")
public final class Program {
    private static final Duration START = Duration.ofMinutes(4);

    private final OwnedProcesses processes;
    private final ProgramPlan plan;
    private final List<String> moreOptions;
    private final Optional<ClassArchive> archive;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private OwnedProcess process;

    public Program(OwnedProcesses processes, ProgramPlan plan) {
        this(processes, plan, List.of());
    }

    /** @param archives the directory that keeps archives of classes; none for a program that does without */
    Program(OwnedProcesses processes, ProgramPlan plan, Optional<Path> archives) {
        this(processes, plan, List.of(), archives.map(directory -> new ClassArchive(directory, plan.jar())));
    }

    /** @param moreOptions of the Java machine, which come last and so win */
    public Program(OwnedProcesses processes, ProgramPlan plan, List<String> moreOptions) {
        this(processes, plan, moreOptions, Optional.empty());
    }

    private Program(
            OwnedProcesses processes, ProgramPlan plan, List<String> moreOptions, Optional<ClassArchive> archive) {
        this.processes = processes;
        this.plan = plan;
        this.moreOptions = moreOptions;
        this.archive = archive;
    }

    public String name() {
        return plan.name();
    }

    public long pid() {
        return process.pid();
    }

    /** Starts the process; it is not ready yet. */
    public Program start() {
        ProcessBuilder builder = new ProcessBuilder(command())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(plan.log().toFile()));
        // Nothing of the shell that started the demo may point a program at someone's real org or database.
        builder.environment().keySet().removeIf(Variable::isOurs);
        builder.environment().putAll(plan.environment());
        process = processes.start(plan.name(), builder);
        return this;
    }

    private List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JvmOptions.forProgram());
        archive.map(ClassArchive::options).ifPresent(command::addAll);
        command.addAll(moreOptions);
        command.addAll(plan.inFront()
                .map(this::behind)
                .orElse(List.of("-jar", plan.jar().toString())));
        command.addAll(plan.arguments());
        return command;
    }

    private List<String> behind(Path inFront) {
        try (JarFile jar = new JarFile(plan.jar().toFile())) {
            String main = jar.getManifest().getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
            List<String> line = new ArrayList<>(JvmOptions.withoutManifest());
            line.addAll(List.of("-cp", inFront + File.pathSeparator + plan.jar(), main));
            return line;
        } catch (IOException e) {
            throw CannotStart.notAvailable(plan.jar() + " cannot be read: build first (./mvnw package).", e);
        }
    }

    /** @throws CannotStart with the end of its log, if it ends or is not ready in time */
    public Program awaitReady() {
        long deadline = System.nanoTime() + START.toNanos();
        while (!answers()) {
            if (!process.isAlive()) {
                throw CannotStart.notAvailable(plan.name() + " ended with " + exitValue() + ": " + endOfLog());
            }
            if (System.nanoTime() > deadline) {
                throw CannotStart.notAvailable(
                        plan.name() + " was not ready after " + START.toSeconds() + " s: " + endOfLog());
            }
            Await.millis(25);
        }
        return this;
    }

    private boolean answers() {
        try {
            HttpRequest request = HttpRequest.newBuilder(plan.ready())
                    .timeout(Duration.ofSeconds(3))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CannotStart.notAvailable("Interrupted while " + plan.name() + " was starting", e);
        }
    }

    private String endOfLog() {
        try {
            List<String> lines = Files.readAllLines(plan.log());
            return String.join(" | ", lines.subList(Math.max(0, lines.size() - 3), lines.size())) + " (the whole log: "
                    + plan.log() + ")";
        } catch (IOException e) {
            return "its log " + plan.log() + " cannot be read";
        }
    }

    /** Makes the archive that later starts take, if this program keeps one. */
    void archiveClasses() {
        archive.ifPresent(mine -> mine.make(processes));
    }

    /** Deletes what was noted for an archive that was not made. */
    void forgetNotes() {
        archive.ifPresent(ClassArchive::forget);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public int exitValue() {
        return process.process().exitValue();
    }

    /** As a power cut would: no shutdown hook runs. */
    public void kill() {
        process.kill();
    }

    /** Stands still until {@link #thaw}: connections stay, nothing moves. */
    public void freeze() {
        process.freeze();
    }

    public void thaw() {
        process.thaw();
    }
}
