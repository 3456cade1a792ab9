package dev.tailback.verification.benchmarks.twoway;

import dev.tailback.verification.fleet.Await;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Asks and writes, round after round, until it is ended. */
public final class NaiveSync {

    /** Before the time at which a round began in which every CRM answered. */
    public static final String ASKED = "asked all at ";

    private NaiveSync() {}

    /** @param arguments the file of its plan */
    public static void main(String[] arguments) throws IOException {
        NaivePlan plan = NaivePlan.read(Path.of(arguments[0]));
        List<NaiveCrm> crms = List.of(
                new NaiveSalesforce(plan.sales()), new NaiveHubSpot(plan.marketing()), new NaiveShop(plan.shop()));
        NaiveRounds rounds = new NaiveRounds(crms, plan.customers());
        rounds.begin();
        while (true) {
            Instant begun = Instant.now();
            if (rounds.next()) {
                System.out.println(ASKED + begun);
            }
            Await.millis(plan.poll().toMillis());
        }
    }
}
