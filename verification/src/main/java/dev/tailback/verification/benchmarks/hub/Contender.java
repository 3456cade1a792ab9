package dev.tailback.verification.benchmarks.hub;

import dev.tailback.verification.benchmarks.lab.Lab;
import java.time.Duration;

/** A synchroniser with three CRMs of its own. */
record Contender(ThreeCrms crms, Synchroniser synchroniser) implements AutoCloseable {

    static Contender hub(Lab lab, int round, int customers, Duration poll) {
        String name = "hub-" + round;
        ThreeCrms crms = ThreeCrms.start(lab, name, customers, HubProcess.shopScript(lab)::script);
        HubProcess hub = HubProcess.start(lab, name, crms.shop().postgres(), HubFile.of(crms.addresses()), poll);
        return new Contender(crms, hub.awaitMet(customers, crms.all().size()));
    }

    static Contender naive(Lab lab, int round, int customers, Duration poll) {
        String name = "naive-" + round;
        ThreeCrms crms = ThreeCrms.start(lab, name, customers, NaiveProcess::shopScript);
        return new Contender(crms, NaiveProcess.start(lab, name, crms, poll));
    }

    @Override
    public void close() {
        synchroniser.close();
        crms.close();
    }
}
