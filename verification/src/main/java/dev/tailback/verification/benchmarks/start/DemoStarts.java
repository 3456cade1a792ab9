package dev.tailback.verification.benchmarks.start;

import static dev.tailback.verification.benchmarks.report.Samples.number;

import dev.tailback.localservices.OwnedProcess;
import dev.tailback.program.CannotStart;
import dev.tailback.verification.benchmarks.lab.Lab;
import dev.tailback.verification.benchmarks.report.Samples;
import dev.tailback.verification.benchmarks.report.Table;
import dev.tailback.verification.fleet.Await;
import dev.tailback.verification.fleet.ClassArchive;
import dev.tailback.verification.fleet.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The demo as the script starts it, until it says that it is up; on new data and on that of an earlier demo. */
final class DemoStarts {
    private static final String MODULE = "standalone";
    private static final Duration LONGEST_START = Duration.ofMinutes(10);

    private final Lab lab;
    private final Archives archives;
    private int demos;

    DemoStarts(Lab lab, Archives archives) {
        this.lab = lab;
        this.archives = archives;
    }

    void measure(int starts) {
        makeOwnArchive();
        Table table = new Table("demo on", "classes from", "up after, ms", "to jars");
        for (boolean fresh : List.of(false, true)) {
            Samples jars = new Samples();
            Samples archive = new Samples();
            for (int start = 0; start < starts; start++) {
                jars.add(upAfterMs(lab.directory("no-archives-" + demos), List.of(), fresh));
                archive.add(upAfterMs(archives.directory(), own().options(), fresh));
            }
            String data = fresh ? "new data" : "data of an earlier one";
            table.row(data, "jars", jars.shown(0), "× 1.00");
            table.row(data, "archive", archive.shown(0), "× " + number(archive.median() / jars.median(), 2));
        }
        table.print(System.out);
    }

    /** The other programs' archives are there already. */
    private void makeOwnArchive() {
        OwnedProcess demo = up(archives.directory(), own().options(), true);
        archives.make(MODULE);
        demo.stop();
    }

    private ClassArchive own() {
        return archives.of(MODULE);
    }

    private double upAfterMs(Path directory, List<String> options, boolean fresh) {
        long begun = System.nanoTime();
        OwnedProcess demo = up(directory, options, fresh);
        double upAfterMs = (System.nanoTime() - begun) / 1e6;
        demo.stop();
        return upAfterMs;
    }

    private OwnedProcess up(Path directory, List<String> options, boolean fresh) {
        demos++;
        Path log = lab.log("demo-" + demos);
        OwnedProcess demo = lab.start(
                "demo-" + demos,
                new ProcessBuilder(line(directory, options, fresh))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile()));
        Await.require("the demo was up or over", LONGEST_START, () -> isUp(log) || !demo.isAlive());
        if (!demo.isAlive()) {
            throw CannotStart.notAvailable("The demo ended before it was up: " + log + " says why.");
        }
        return demo;
    }

    private List<String> line(Path directory, List<String> options, boolean fresh) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m"));
        line.addAll(options);
        line.addAll(List.of(
                "-Dtailback.home=" + lab.plans().blueprint().home(),
                "-Dtailback.archives=" + directory,
                "-jar",
                archives.jar(MODULE).toString(),
                "demo",
                "--port-base",
                Integer.toString(Ports.freePort()),
                "--data",
                lab.directory("demo").toString()));
        if (fresh) {
            line.add("--fresh");
        }
        return line;
    }

    private static boolean isUp(Path log) {
        try {
            return Files.readString(log).contains("Everything is up");
        } catch (IOException e) {
            throw new UncheckedIOException("What the demo says cannot be read", e);
        }
    }
}
