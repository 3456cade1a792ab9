package dev.tailback.standalone.torture;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.queue.QueueConfiguration;
import dev.tailback.queue.UsageQueue;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One run: people work, things break, all is healed, and then every promise is checked. */
final class Run {
    private static final Duration LATEST = Duration.ofSeconds(40);

    private final Settings settings;
    private final Fleet fleet;
    private final Traffic traffic;
    private final PrintStream out;
    private final Differences differences = new Differences();
    private final Promises promises = new Promises();
    private final Tally tally = new Tally();
    private final Recoveries recoveries = new Recoveries();
    private final Org admin;
    private final Desk desk;
    private final CommitHistory commits;

    Run(Settings settings, Fleet fleet, Traffic traffic, PrintStream out) {
        this.settings = settings;
        this.fleet = fleet;
        this.traffic = traffic;
        this.out = out;
        this.admin = new Org(fleet.org(), "admin@tailback.local");
        this.desk = new Desk(fleet.addresses());
        this.commits = new CommitHistory(fleet.commits(), differences);
    }

    /** @return what is not as it must be */
    List<String> run() {
        Market market = Market.open(admin, traffic);
        Ending ending = new Ending(differences);
        AdActs ads = new AdActs(desk, market, promises, ending, differences);
        Org finance = new Org(fleet.org(), "finance@tailback.local");
        OtherActs others = new OtherActs(desk, market, finance, admin, promises, ending);
        try (Crowd crowd = new Crowd(ads, others, tally, differences, settings.seed());
                UsageQueue queue =
                        UsageQueue.connect(QueueConfiguration.of(fleet.redis().uri()))) {
            crowd.work();
            storm(market);
            crowd.goHome();
            heal(ads, queue);
            check(queue);
        }
        return differences.all();
    }

    private void storm(Market market) {
        if (settings.calm()) {
            Wait.millis(settings.storm().toMillis());
            return;
        }
        Storm storm = new Storm(fleet, faults(market), settings.seed(), recoveries, differences, out);
        traffic.beUnreliable();
        storm.rage(settings.storm(), new Lighthouse(desk, market.lighthouse(), storm::startWhatEnded));
    }

    private List<Fault> faults(Market market) {
        List<Fault> faults = new ArrayList<>(new ProcessFaults(fleet, commits).all());
        faults.addAll(new RedisFaults(fleet.redis()).all());
        faults.addAll(new OrgFaults(fleet.org(), market).all());
        faults.addAll(WireFaults.all(traffic));
        return faults;
    }

    private void heal(AdActs ads, UsageQueue queue) {
        traffic.beReliable();
        fleet.heal();
        for (Promises.Unclear creation : promises.takeUnclear()) {
            tally.count("create", "repeated and then " + ads.place(creation));
        }
        if (!settings.calm()) {
            new LastBlow(fleet, queue, ads).strike(new Random(settings.seed()));
        }
        Duration drained = new Drain(desk).await();
        Wait.until(() -> !traffic.isStillToCome(), LATEST);
        out.printf("Everything is healed and drained after %.1f s.%n%n", drained.toMillis() / 1000.0);
    }

    private void check(UsageQueue queue) {
        List<JsonNode> ads = desk.all("/api/ads", "ads");
        List<LedgerEntry> ledger = new ArrayList<>();
        ads.forEach(ad -> ad.path("entries").forEach(entry -> ledger.add(LedgerEntry.of(entry))));
        new TwoLedgers(differences).compare(ledger, admin);
        new KeptPromises(desk, promises, differences).check(ads);
        new EmptyQueue(queue, differences).check();
        commits.read();
        differences.addAll(traffic.clashes());
        report(ads.size(), ledger);
    }

    private void report(int ads, List<LedgerEntry> ledger) {
        out.printf("People did %d things:%n%s%n", tally.total(), tally.table());
        out.printf(
                "%d faults struck; a new entry was reported again (median, worst):%n%s%n",
                recoveries.total(), recoveries.table());
        out.printf(
                "Salesforce: %d calls with %d records (%d calls came late), %d commits.%n",
                traffic.calls(), traffic.records(), traffic.late(), commits.commits());
        out.printf(
                "Compared: %d ads, %d entries, %d of them rejected, %d acknowledged versions.%n%n",
                ads,
                ledger.size(),
                ledger.stream().filter(LedgerEntry::isRejected).count(),
                promises.lines().values().stream().mapToInt(java.util.Set::size).sum());
    }
}
