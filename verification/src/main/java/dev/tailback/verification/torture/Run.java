package dev.tailback.verification.torture;

import dev.tailback.mapping.Mapping;
import dev.tailback.queue.EntryQueue;
import dev.tailback.queue.QueueConfiguration;
import dev.tailback.usage.UsageRecord;
import dev.tailback.verification.fleet.Await;
import dev.tailback.verification.fleet.Org;
import dev.tailback.verification.torture.checks.Checks;
import dev.tailback.verification.torture.checks.CommitHistory;
import dev.tailback.verification.torture.checks.Compared;
import dev.tailback.verification.torture.checks.Drain;
import dev.tailback.verification.torture.checks.HeldByOrg;
import dev.tailback.verification.torture.faults.Faults;
import dev.tailback.verification.torture.faults.LastBlow;
import dev.tailback.verification.torture.faults.OvertakenWrite;
import dev.tailback.verification.torture.faults.Recoveries;
import dev.tailback.verification.torture.faults.RedisFaults;
import dev.tailback.verification.torture.faults.Storm;
import dev.tailback.verification.torture.findings.Differences;
import dev.tailback.verification.torture.findings.Harm;
import dev.tailback.verification.torture.people.Crowd;
import dev.tailback.verification.torture.people.Desk;
import dev.tailback.verification.torture.people.Lighthouse;
import dev.tailback.verification.torture.people.Market;
import dev.tailback.verification.torture.people.Notes;
import dev.tailback.verification.torture.people.People;
import dev.tailback.verification.torture.people.Promises;
import dev.tailback.verification.torture.programs.Fleet;
import dev.tailback.verification.torture.programs.Settings;
import dev.tailback.verification.torture.wire.Traffic;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Random;

/** One run: people work, things break, all is healed, and then every promise is checked. */
final class Run {
    private static final Duration LATEST = Duration.ofSeconds(40);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Settings settings;
    private final Fleet fleet;
    private final Mapping mapping;
    private final Traffic traffic;
    private final PrintStream out;
    private final Differences differences = new Differences();
    private final Notes notes = Notes.into(differences);
    private final Recoveries recoveries = new Recoveries();
    private final Org admin;
    private final Desk desk;
    private final CommitHistory commits;
    private final RedisFaults redis;

    Run(Settings settings, Fleet fleet, Mapping mapping, Traffic traffic, PrintStream out) {
        this.settings = settings;
        this.fleet = fleet;
        this.mapping = mapping;
        this.traffic = traffic;
        this.out = out;
        this.admin = new Org(fleet.org(), "admin@tailback.local");
        this.desk = new Desk(fleet.addresses(), "service");
        this.redis = new RedisFaults(fleet.redis(), traffic.redis());
        this.commits = new CommitHistory(fleet.commits(), mapping, differences);
    }

    Differences run() {
        Market market = Market.open(admin, mapping, traffic);
        Org finance = new Org(fleet.org(), "finance@tailback.local");
        People people = People.at(desk, market, finance, admin, notes);
        try (Crowd crowd = people.crowd(settings.seed());
                EntryQueue queue = EntryQueue.connect(queue())) {
            crowd.work();
            storm(market);
            crowd.goHome();
            heal(people);
            if (!settings.calm()) {
                lastBlows(queue, people, market);
            }
            check(queue);
        }
        return differences;
    }

    private QueueConfiguration queue() {
        return new QueueConfiguration(UsageRecord.QUEUE, fleet.redis().uri(), settings.shards(), PATIENCE);
    }

    private void storm(Market market) {
        if (settings.calm()) {
            Await.millis(settings.storm().toMillis());
            return;
        }
        Faults faults = Faults.of(fleet, traffic, commits, redis, market);
        Storm storm = new Storm(fleet, faults, settings.seed(), recoveries, differences, out);
        traffic.late().beUnreliable();
        storm.rage(settings.storm(), new Lighthouse(desk, market.lighthouse(), storm::startWhatEnded));
    }

    private void heal(People people) {
        traffic.late().end();
        fleet.heal();
        for (Promises.Unclear creation : notes.promises().takeUnclear()) {
            notes.tally().count("create", "repeated and then " + people.place().place(creation));
        }
        drain("healing everything");
    }

    private void lastBlows(EntryQueue queue, People people, Market market) {
        new OvertakenWrite(desk, people.change(), market.lighthouse(), traffic.late()).strike();
        new LastBlow(fleet.syncWorkers(), redis, queue, people.place(), market.lighthouse())
                .strike(new Random(settings.seed()));
        drain("the last blows");
    }

    private void drain(String after) {
        Duration drained = new Drain(desk, settings.patience()).await();
        Await.until(() -> !traffic.late().isStillToCome(), LATEST);
        out.printf("Drained %.1f s after %s.%n", drained.toMillis() / 1000.0, after);
    }

    private void check(EntryQueue queue) {
        Desk operator = new Desk(fleet.addresses(), "operator");
        Checks checks = new Checks(desk, operator, new HeldByOrg(admin, mapping), notes.promises(), differences);
        Compared compared = checks.check(queue, settings.patience());
        commits.read();
        traffic.clashes().forEach(clash -> differences.add(Harm.TWO_CALLS, clash));
        report(compared);
    }

    private void report(Compared compared) {
        out.printf(
                "%nPeople did %d things:%n%s%n",
                notes.tally().total(), notes.tally().table());
        out.printf("%d faults struck.%n%s%n", recoveries.total(), recoveries.table());
        out.printf(
                "Salesforce: %d calls with %d records (%d calls came late), %d Bulk jobs, %d commits.%n",
                traffic.calls(), traffic.records(), traffic.late().count(), traffic.jobs(), commits.commits());
        out.printf(
                "Calls that met on a contract because Redis had just forgotten who held it: %d.%n",
                traffic.forgotten());
        out.printf(
                "Compared: %d ads, %d entries, %d of them rejected, %d acknowledged versions.%n%n",
                compared.ads(),
                compared.entries(),
                compared.rejected(),
                notes.promises().lines().values().stream()
                        .mapToInt(java.util.Set::size)
                        .sum());
    }
}
