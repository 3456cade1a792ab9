package dev.tailback.verification.fleet;

import dev.tailback.localservices.OwnedProcess;
import dev.tailback.localservices.OwnedProcesses;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The Java machines that write an archive of classes and try it, one after the other, behind all other work. */
record ArchiveWork(OwnedProcesses processes, Path jar) {
    private static final int LONGEST_MINUTES = 5;
    private static final int LINKS_CLASSES_AHEAD = 25;

    /** @param classes as a program noted them, one a line */
    boolean isWritten(Path classes, Path archive) {
        List<String> options = new ArrayList<>(List.of(
                "-Xshare:dump",
                "-XX:SharedClassListFile=" + classes,
                "-XX:SharedArchiveFile=" + archive,
                // The only one that writes objects on every version; each one reads them.
                "-XX:+UseG1GC",
                "-Xmx512m"));
        if (Runtime.version().feature() >= LINKS_CLASSES_AHEAD) {
            options.add("-XX:+AOTClassLinking");
        }
        return succeeds(options, List.of());
    }

    /** An archive that a Java machine rejects would cost it its own as well. */
    boolean isUsable(Path archive) {
        return succeeds(
                List.of("-Xshare:on", "-XX:SharedArchiveFile=" + archive, "-XX:+UseSerialGC"), List.of("-version"));
    }

    private boolean succeeds(List<String> options, List<String> arguments) {
        List<String> line = new ArrayList<>(List.of(
                "nice",
                "-n",
                "19",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:disable"));
        line.addAll(options);
        line.addAll(List.of("-cp", jar.toString()));
        line.addAll(arguments);
        OwnedProcess process = processes.start("archive", quiet(line));
        try {
            return process.process().waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)
                    && process.process().exitValue() == 0;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            process.stop();
        }
    }

    private static ProcessBuilder quiet(List<String> line) {
        return new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    }
}
