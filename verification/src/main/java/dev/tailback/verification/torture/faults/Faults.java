package dev.tailback.verification.torture.faults;

import dev.tailback.verification.torture.checks.CommitHistory;
import dev.tailback.verification.torture.people.Desk;
import dev.tailback.verification.torture.people.Market;
import dev.tailback.verification.torture.programs.Fleet;
import dev.tailback.verification.torture.wire.Traffic;
import java.util.ArrayList;
import java.util.List;

/** Every kind of fault that can strike. */
public final class Faults {
    private final List<Fault> all;

    private Faults(List<Fault> all) {
        this.all = List.copyOf(all);
    }

    public static Faults of(Fleet fleet, Traffic traffic, CommitHistory commits, RedisFaults redis, Market market) {
        OrgControl org = new OrgControl(fleet.org());
        List<Fault> faults = new ArrayList<>(new ProcessFaults(fleet, commits, org).all());
        faults.addAll(new PostgresFaults(fleet.postgres(), fleet.flows()).all());
        faults.addAll(redis.all());
        faults.addAll(new OrgFaults(org, market).all());
        faults.addAll(new OperatorFaults(new Desk(fleet.addresses(), "operator"), market).all());
        faults.addAll(WireFaults.all(traffic.late(), traffic.lies()));
        return new Faults(faults);
    }

    List<Fault> all() {
        return all;
    }
}
