package dev.tailback.verification.benchmarks.start;

import dev.tailback.verification.benchmarks.lab.House;
import dev.tailback.verification.benchmarks.lab.Lab;
import dev.tailback.verification.benchmarks.lab.LabOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./tailback bench start}: each start with an archive of classes, beside the same start without one. */
@Command(
        name = "start",
        description = "How soon each program, the demo and a command of operators can be used, and memory at rest.",
        mixinStandardHelpOptions = true)
public final class MeasureStart implements Callable<Integer> {
    @Mixin
    private LabOptions lab;

    @Option(names = "--starts", paramLabel = "N", description = "How often each is started (${DEFAULT-VALUE}).")
    private int starts = 5;

    @Option(
            names = "--idle-seconds",
            paramLabel = "N",
            description = "How long programs rest before their memory is read (${DEFAULT-VALUE}).")
    private int idleSeconds = 60;

    @Option(
            names = "--demos",
            paramLabel = "N",
            description = "How often the demo is started in each way; 0 leaves it out (${DEFAULT-VALUE}).")
    private int demos = 3;

    @Option(
            names = "--try",
            paramLabel = "OPTIONS",
            description =
                    "The programs once more with these options of the Java machine, such as \"-Xms32m -Xss512k\".")
    private List<String> tried = new ArrayList<>();

    @Override
    public Integer call() {
        LabOptions.atLeast(1, "--starts", starts);
        LabOptions.atLeast(1, "--idle-seconds", idleSeconds);
        LabOptions.atLeast(0, "--demos", demos);
        return lab.measure(this::measure);
    }

    private void measure(Lab opened) {
        Archives archives = new Archives(opened);
        House house = House.build(opened);
        ProgramStarts programs = new ProgramStarts(opened, house, archives);
        programs.makeArchives();
        programs.measure(variants(), starts, Duration.ofSeconds(idleSeconds));
        new CommandStarts(house, archives).measure(starts);
        if (demos > 0) {
            new DemoStarts(opened, archives).measure(demos);
        }
    }

    private List<Variant> variants() {
        List<Variant> all = new ArrayList<>(List.of(Variant.JARS, Variant.ARCHIVE));
        tried.forEach(options -> all.add(new Variant("archive, " + options, true, List.of(options.split(" +")))));
        return all;
    }
}
