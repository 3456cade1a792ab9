package dev.tailback.verification.benchmarks.ads;

import dev.tailback.verification.benchmarks.lab.House;
import dev.tailback.verification.benchmarks.lab.Lab;
import dev.tailback.verification.benchmarks.lab.LabOptions;
import dev.tailback.verification.benchmarks.ledger.FillAds;
import dev.tailback.verification.benchmarks.ledger.Ledger;
import dev.tailback.verification.benchmarks.report.Samples;
import dev.tailback.verification.benchmarks.report.Table;
import dev.tailback.verification.fleet.Await;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./tailback bench ads}: what a person waits for a list of ads, beside what PostgreSQL itself works on it. */
@Command(
        name = "ads",
        description = "The list of many ads: searches and pages, beside PostgreSQL's own time.",
        mixinStandardHelpOptions = true)
public final class MeasureAds implements Callable<Integer> {

    /** PostgreSQL tells what an idle connection did after ten seconds. */
    private static final Duration UNTIL_TOLD = Duration.ofSeconds(12);

    private static final int WARM_UP = 20;

    @Mixin
    private LabOptions lab;

    @Option(names = "--ads", paramLabel = "N", description = "How many ads there are (${DEFAULT-VALUE}).")
    private long ads = 100_000;

    @Option(names = "--rounds", paramLabel = "N", description = "How often each is asked (${DEFAULT-VALUE}).")
    private int rounds = 50;

    @Override
    public Integer call() {
        LabOptions.atLeast(1_000, "--ads", ads);
        LabOptions.atLeast(1, "--rounds", rounds);
        return lab.measure(this::measure);
    }

    private void measure(Lab opened) {
        House house = House.build(opened);
        house.startServiceApp();
        Ledger ledger = new Ledger(house.postgres());
        ledger.compareNothing();
        new FillAds(ledger).book(ads);
        Reader reader = new Reader(house.serviceApp());
        Table table =
                new Table("asked for", "answer, ms", "PostgreSQL's own, ms", "beside it, ms", "answer / PostgreSQL");
        questions().forEach((name, path) -> measure(name, path, reader, ledger, table));
        System.out.printf("%,d ads, %d rounds each; medians of answers, means of PostgreSQL%n", ads, rounds);
        table.print(System.out);
    }

    private Map<String, String> questions() {
        Map<String, String> questions = new LinkedHashMap<>();
        questions.put("first page", "/api/ads");
        questions.put("by title", "/api/ads?sort=title");
        questions.put("rejected", "/api/ads?state=Rejected");
        questions.put("one person, newest", "/api/ads?person=person3");
        questions.put("a part of the title", "/api/ads?query=campaign");
        questions.put("one reference", "/api/ads?query=AD-" + ads / 2);
        questions.put("the customer's reference", "/api/ads?query=PO+" + ads / 2);
        questions.put("one contract", "/api/ads?contractId=800000000000000007");
        questions.put("a week", "/api/ads?date=service&from=2026-05-04&to=2026-05-10");
        questions.put("last page", "/api/ads?page=" + Math.min(2_000, ads / 50 - 1));
        return questions;
    }

    private void measure(String name, String path, Reader reader, Ledger ledger, Table table) {
        for (int round = 0; round < WARM_UP; round++) {
            reader.read(path);
        }
        Await.pass(UNTIL_TOLD);
        double before = ledger.workedMs();
        Samples answers = new Samples();
        for (int round = 0; round < rounds; round++) {
            answers.add(reader.read(path));
        }
        Await.pass(UNTIL_TOLD);
        double own = (ledger.workedMs() - before) / rounds;
        table.row(
                name,
                answers.shown(1),
                Samples.number(own, 1),
                Samples.number(answers.median() - own, 1),
                Samples.number(answers.median() / own, 2));
    }
}
