package dev.tailback.verification.benchmarks.start;

import static dev.tailback.verification.benchmarks.report.Samples.number;

import dev.tailback.verification.benchmarks.lab.House;
import dev.tailback.verification.benchmarks.report.Samples;
import dev.tailback.verification.benchmarks.report.Table;
import dev.tailback.verification.fleet.ClassArchive;
import dev.tailback.verification.fleet.Program;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Commands of operators with the options of the script, beside a Java machine that does nothing. */
final class CommandStarts {
    private static final String MODULE = "operator-cli";
    private static final List<String> AS_THE_SCRIPT =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xlog:disable", "-XX:+ExitOnOutOfMemoryError");

    private final House house;
    private final Archives archives;
    private final Map<String, String> operator;
    private final Table table = new Table(
            "command", "classes from", "wall, ms", "to java -version", "processor time, s", "to java -version");

    CommandStarts(House house, Archives archives) {
        this.house = house;
        this.archives = archives;
        this.operator = Map.of(
                "TAILBACK_OPS_URL", house.serviceApp().toString(),
                "TAILBACK_OPS_USER", "operator",
                "TAILBACK_OPS_PASSWORD", "tailback");
    }

    void measure(int calls) {
        Program serviceApp = house.startServiceApp(Variant.ARCHIVE.options(archives.of("service-app")));
        ClassArchive archive = archives.of(MODULE);
        ShortRun.of(ops(archive.options(), "sync"), operator);
        archives.make(MODULE);
        Costs nothing = costs(calls, java(List.of(), "-version"));
        nothing.row(table, "java -version", "", nothing);
        for (String command : List.of("--help", "sync")) {
            costs(calls, ops(List.of(), command)).row(table, "ops " + command, "jars", nothing);
            costs(calls, ops(archive.options(), command)).row(table, "ops " + command, "archive", nothing);
        }
        table.print(System.out);
        serviceApp.kill();
    }

    private record Costs(Samples wallMs, Samples processorSeconds) {

        void row(Table table, String command, String from, Costs nothing) {
            table.row(
                    command,
                    from,
                    wallMs.shown(0),
                    "× " + number(wallMs.median() / nothing.wallMs.median(), 1),
                    processorSeconds.shown(2),
                    "× " + number(processorSeconds.median() / nothing.processorSeconds.median(), 1));
        }
    }

    private Costs costs(int calls, List<String> line) {
        Costs costs = new Costs(new Samples(), new Samples());
        for (int call = 0; call < calls; call++) {
            ShortRun run = ShortRun.of(line, operator);
            costs.wallMs().add(run.wallMs());
            costs.processorSeconds().add(run.processorSeconds());
        }
        return costs;
    }

    private List<String> ops(List<String> archive, String command) {
        List<String> options = new ArrayList<>(archive);
        options.addAll(List.of("-jar", archives.jar(MODULE).toString()));
        return java(options, command);
    }

    private static List<String> java(List<String> options, String argument) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(AS_THE_SCRIPT);
        line.addAll(options);
        line.add(argument);
        return line;
    }
}
