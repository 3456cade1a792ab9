package dev.tailback.verification.benchmarks.hub;

import dev.tailback.verification.benchmarks.report.Samples;
import dev.tailback.verification.benchmarks.report.Table;
import java.io.PrintStream;

/** What is printed in the end. */
final class HubTables {
    private final Table lags = new Table(
            "one edit after the other",
            "edits",
            "p50, s",
            "p95, s",
            "p99, s",
            "later than " + LagWatch.LONGEST.toSeconds() + " s",
            "p50 typed in Salesforce, HubSpot, the shop",
            "writes per edit",
            "Salesforce calls per edit",
            "HubSpot calls per edit",
            "resident, MB");

    private final Table contests = new Table(
            "all at once, and an outage",
            "edits",
            "writes per edit",
            "after the last edit",
            "quiet after, s",
            "customers that differ",
            "typed over at the same desk",
            "agreed",
            "replaced, with the reason",
            "lost",
            "of these last words");

    void add(String name, LagWatch.Seen seen) {
        double edits = seen.edits();
        lags.row(
                name,
                seen.edits(),
                seen.lag().at(0.5),
                seen.lag().at(0.95),
                seen.lag().at(0.99),
                seen.lag().late(),
                seen.lag().bySourceAt(0.5),
                Samples.number(seen.tally().written() / edits, 2),
                Samples.number(seen.tally().salesforceCalls() / edits, 2),
                Samples.number(seen.tally().hubSpotCalls() / edits, 2),
                Samples.number(seen.residentMb(), 0));
    }

    void add(String name, Contest.Ended ended) {
        Fates fates = ended.fates();
        contests.row(
                name,
                ended.edits(),
                Samples.number((double) ended.tally().written() / ended.edits(), 2),
                ended.afterLastEdit(),
                ended.quiet().isReached() ? Samples.number(ended.quiet().secondsAfter(ended.lastEdit()), 1) : "never",
                ended.differing(),
                fates.typedOver(),
                fates.agreed(),
                fates.replaced(),
                fates.lost(),
                fates.lastWords());
    }

    void print(PrintStream out) {
        lags.print(out);
        contests.print(out);
    }

    static Table backlog(int records, Backlog.Passed passed) {
        Samples memory = passed.residentMb();
        return new Table(
                        "the hub by itself",
                        "met at first, records/s",
                        "changes read, records/s",
                        "from change to intent, records/s",
                        "resident at the beginning, middle, end, MB")
                .row(
                        Samples.number(records, 0) + " changed records",
                        Samples.number(passed.metPerSecond(), 0),
                        Samples.number(passed.readPerSecond(), 0),
                        Samples.number(passed.plannedPerSecond(), 0),
                        String.join(
                                ", ",
                                shown(memory, 0),
                                shown(memory, memory.size() / 2),
                                shown(memory, memory.size() - 1)));
    }

    private static String shown(Samples samples, int at) {
        return Samples.number(samples.values().get(at), 0);
    }
}
