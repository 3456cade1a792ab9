package dev.tailback.verification.benchmarks.drain;

import dev.tailback.verification.benchmarks.peers.PeerMissing;
import dev.tailback.verification.benchmarks.report.Samples;
import dev.tailback.verification.benchmarks.report.Table;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Our worker and the others, round by round: what ran right after each other is compared. */
final class DrainsCompared {
    private static final String OURS = "Tailback";

    private final Drains drains;
    private final List<PreparedWorker> others;

    DrainsCompared(Drains drains, List<PreparedWorker> others) {
        this.drains = drains;
        this.others = others;
    }

    static Table headed() {
        return new Table(
                "calls in flight",
                "worker",
                "records/s",
                "calls per 1,000 records",
                "resident, MB",
                "Tailback beside it");
    }

    /** Adds a row for each worker. */
    void measure(int callsInFlight, int rounds, Table table) {
        Figures ours = new Figures(OURS);
        List<Figures> theirs = new ArrayList<>();
        others.forEach(other -> theirs.add(new Figures(other.worker().name())));
        for (int round = 0; round < rounds; round++) {
            DrainRate mine = drains.ours(Integer.toString(callsInFlight), callsInFlight);
            ours.add(mine, mine);
            Iterator<Figures> figures = theirs.iterator();
            for (PreparedWorker other : others) {
                measure(other, callsInFlight, figures.next(), mine);
            }
        }
        ours.addTo(table, callsInFlight);
        theirs.forEach(figures -> figures.addTo(table, callsInFlight));
    }

    private void measure(PreparedWorker other, int callsInFlight, Figures figures, DrainRate mine) {
        try {
            figures.add(drains.other(other.worker(), other.command(), callsInFlight), mine);
        } catch (PeerMissing missing) {
            System.out.println(missing.getMessage() + ".");
        }
    }

    /** Of one worker. */
    private static final class Figures {
        private final String name;
        private final Samples perSecond = new Samples();
        private final Samples calls = new Samples();
        private final Samples resident = new Samples();
        private final Samples ratio = new Samples();

        Figures(String name) {
            this.name = name;
        }

        void add(DrainRate rate, DrainRate ours) {
            perSecond.add(rate.perSecond());
            calls.add(rate.callsPerThousand());
            resident.add(rate.residentMb());
            ratio.add(ours.perSecond() / rate.perSecond());
        }

        void addTo(Table table, int callsInFlight) {
            if (perSecond.size() > 0) {
                table.row(
                        callsInFlight,
                        name,
                        perSecond.shown(perSecond.median() < 1_000 ? 1 : 0),
                        calls.shown(1),
                        resident.shown(0),
                        "× " + ratio.shown(2));
            }
        }
    }
}
