package dev.tailback.verification.benchmarks.start;

import dev.tailback.verification.benchmarks.lab.Lab;
import dev.tailback.verification.benchmarks.report.Samples;
import dev.tailback.verification.fleet.ClassArchive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The archives of one measurement: its own, so that it neither needs nor changes those of the demo. */
record Archives(Lab lab) {

    ClassArchive of(String module) {
        return new ClassArchive(directory(), jar(module));
    }

    Path directory() {
        return lab.directory("archives");
    }

    Path jar(String module) {
        return lab.plans().blueprint().jar(module);
    }

    /** From what the program of this module noted; a measurement without it would compare nothing. */
    void make(String module) {
        ClassArchive archive = of(module);
        long begun = System.nanoTime();
        lab.make(archive);
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (!archive.isCurrent()) {
            throw new IllegalStateException("No archive of the classes of " + module + " could be made here.");
        }
        System.out.printf(
                "Archive of %s: %s MB, made in %s s%n",
                module, Samples.number(megabytes(archive.file()), 0), Samples.number(seconds, 1));
    }

    private static double megabytes(Path file) {
        try {
            return Files.size(file) / 1_048_576.0;
        } catch (IOException e) {
            throw new UncheckedIOException("The size of " + file + " cannot be read", e);
        }
    }
}
