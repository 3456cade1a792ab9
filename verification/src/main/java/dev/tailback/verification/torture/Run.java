package dev.tailback.verification.torture;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.queue.QueueConfiguration;
import dev.tailback.queue.UsageQueue;
import dev.tailback.verification.fleet.Await;
import dev.tailback.verification.fleet.Org;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One run: people work, things break, all is healed, and then every promise is checked. */
final class Run {
    private static final Duration LATEST = Duration.ofSeconds(40);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

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
    private final RedisFaults redis;

    Run(Settings settings, Fleet fleet, Traffic traffic, PrintStream out) {
        this.settings = settings;
        this.fleet = fleet;
        this.traffic = traffic;
        this.out = out;
        this.admin = new Org(fleet.org(), "admin@tailback.local");
        this.desk = new Desk(fleet.addresses(), "service");
        this.redis = new RedisFaults(fleet.redis(), traffic.redis());
        this.commits = new CommitHistory(fleet.commits(), differences);
    }

    Differences run() {
        Market market = Market.open(admin, traffic);
        Ending ending = new Ending(differences);
        PlaceAds place = new PlaceAds(desk, market, promises, ending);
        ChangeAds change = new ChangeAds(desk, market, promises, ending, differences);
        Org finance = new Org(fleet.org(), "finance@tailback.local");
        DecisionsOfPeople others = new DecisionsOfPeople(desk, market, finance, admin, promises, ending);
        try (Crowd crowd = new Crowd(Work.of(place, change, others), tally, differences, settings.seed());
                UsageQueue queue = UsageQueue.connect(queue())) {
            crowd.work();
            storm(market);
            crowd.goHome();
            heal(place);
            if (!settings.calm()) {
                new OvertakenWrite(desk, change, market.lighthouse(), traffic.late()).strike();
                new LastBlow(fleet.syncWorkers(), redis, queue, place, market.lighthouse())
                        .strike(new Random(settings.seed()));
                drain("the last blows");
            }
            check(queue);
        }
        return differences;
    }

    private QueueConfiguration queue() {
        return new QueueConfiguration(fleet.redis().uri(), settings.shards(), PATIENCE);
    }

    private void storm(Market market) {
        if (settings.calm()) {
            Await.millis(settings.storm().toMillis());
            return;
        }
        Storm storm = new Storm(fleet, faults(market), settings.seed(), recoveries, differences, out);
        traffic.late().beUnreliable();
        storm.rage(settings.storm(), new Lighthouse(desk, market.lighthouse(), storm::startWhatEnded));
    }

    private List<Fault> faults(Market market) {
        OrgControl org = new OrgControl(fleet.org());
        List<Fault> faults = new ArrayList<>(new ProcessFaults(fleet, commits, org).all());
        faults.addAll(new PostgresFaults(fleet.postgres(), fleet.flows()).all());
        faults.addAll(redis.all());
        faults.addAll(new OrgFaults(org, market).all());
        faults.addAll(WireFaults.all(traffic.late(), traffic.lies()));
        return faults;
    }

    private void heal(PlaceAds place) {
        traffic.late().end();
        fleet.heal();
        for (Promises.Unclear creation : promises.takeUnclear()) {
            tally.count("create", "repeated and then " + place.place(creation));
        }
        drain("healing everything");
    }

    private void drain(String after) {
        Duration drained = new Drain(desk, settings.patience()).await();
        Await.until(() -> !traffic.late().isStillToCome(), LATEST);
        out.printf("Drained %.1f s after %s.%n", drained.toMillis() / 1000.0, after);
    }

    private void check(UsageQueue queue) {
        // Copies that came after their version was given up are found within seconds, and what waited for them goes.
        Await.until(() -> differ(ledgerOf(ads())) == 0, settings.patience());
        List<JsonNode> ads = ads();
        List<LedgerEntry> ledger = ledgerOf(ads);
        new TwoLedgers(differences, new EntryStory(desk)).compare(ledger, admin);
        new OwnComparison(new Desk(fleet.addresses(), "operator"), differences).check(ledger.size());
        new KeptPromises(desk, promises, differences).check(ads);
        new EmptyQueue(queue, differences).check();
        new Innocent(differences).check(ledger);
        commits.read();
        traffic.clashes().forEach(clash -> differences.add(Harm.TWO_CALLS, clash));
        report(ads.size(), ledger);
    }

    private List<JsonNode> ads() {
        return desk.all("/api/ads", "ads");
    }

    private static List<LedgerEntry> ledgerOf(List<JsonNode> ads) {
        List<LedgerEntry> ledger = new ArrayList<>();
        ads.forEach(ad -> ad.path("entries").forEach(entry -> ledger.add(LedgerEntry.of(entry))));
        return ledger;
    }

    private int differ(List<LedgerEntry> ledger) {
        Differences now = new Differences();
        new TwoLedgers(now, new EntryStory(desk)).compare(ledger, admin);
        return now.of(Harm.UNEQUAL) + now.of(Harm.UNSENT);
    }

    private void report(int ads, List<LedgerEntry> ledger) {
        out.printf("%nPeople did %d things:%n%s%n", tally.total(), tally.table());
        out.printf("%d faults struck.%n%s%n", recoveries.total(), recoveries.table());
        out.printf(
                "Salesforce: %d calls with %d records (%d calls came late), %d commits.%n",
                traffic.calls(), traffic.records(), traffic.late().count(), commits.commits());
        out.printf(
                "Calls that met on a contract because Redis had just forgotten who held it: %d.%n",
                traffic.forgotten());
        out.printf(
                "Compared: %d ads, %d entries, %d of them rejected, %d acknowledged versions.%n%n",
                ads,
                ledger.size(),
                ledger.stream().filter(LedgerEntry::isRejected).count(),
                promises.lines().values().stream().mapToInt(java.util.Set::size).sum());
    }
}
