package dev.tailback.verification.benchmarks.matching;

import dev.tailback.verification.benchmarks.report.Circumstances;
import dev.tailback.verification.benchmarks.report.Samples;
import dev.tailback.verification.benchmarks.report.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./tailback bench matching}: how many duplicates the hub finds in public sets, learning without labels. */
@Command(
        name = "matching",
        description = "How good matching is, on Febrl 4 and DBLP-ACM, without labels.",
        mixinStandardHelpOptions = true)
public final class MeasureMatching implements Callable<Integer> {

    private static final double WANTED_PRECISION = 0.99;

    @Option(names = "--data", paramLabel = "DIR", description = "The folder with the files of the sets.")
    private Path data = Path.of(".");

    @Override
    public Integer call() throws IOException {
        List<String> missing = Stream.concat(Febrl.FILES.stream(), Publications.FILES.stream())
                .filter(file -> !Files.isRegularFile(data.resolve(file)))
                .toList();
        if (!missing.isEmpty()) {
            System.err.println(data + " has no " + String.join(", ", missing) + ": name the folder with --data. "
                    + "docs/matching.md says where the files come from.");
            return 2;
        }
        System.out.println(Circumstances.now());
        Table table = new Table(
                "set", "records", "pairs that are the same", "right", "wrong", "precision", "recall", "F1", "s");
        row(table, "Febrl 4 without social security number", () -> new Febrl(data).figures(WANTED_PRECISION));
        row(table, "DBLP-ACM, pairs of the test", () -> new Publications(data).figures(WANTED_PRECISION));
        table.print(System.out);
        System.out.println(Circumstances.now());
        return 0;
    }

    private interface Measured {
        Figures run() throws IOException;
    }

    private static void row(Table table, String set, Measured measured) throws IOException {
        long begun = System.nanoTime();
        Figures found = measured.run();
        double seconds = (System.nanoTime() - begun) / 1e9;
        table.row(
                set,
                found.records(),
                found.all(),
                found.right(),
                found.wrong(),
                Samples.number(found.precision(), 4),
                Samples.number(found.recall(), 4),
                Samples.number(found.f1(), 4),
                Samples.number(seconds, 1));
    }
}
