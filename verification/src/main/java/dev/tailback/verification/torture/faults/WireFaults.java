package dev.tailback.verification.torture.faults;

import dev.tailback.verification.torture.wire.LateWrites;
import dev.tailback.verification.torture.wire.WireLie;
import dev.tailback.verification.torture.wire.WireLies;
import java.util.ArrayList;
import java.util.List;

/** What goes wrong between workers and Salesforce: writes come late, and answers are lies. */
final class WireFaults {
    private WireFaults() {}

    static List<Fault> all(LateWrites late, WireLies lies) {
        List<Fault> faults = new ArrayList<>();
        faults.add(new Fault("writes reach Salesforce late", 1_000, 3_000, random -> {
            late.next(2 + random.nextInt(6));
            return () -> late.next(0);
        }));
        for (WireLie lie : WireLie.values()) {
            faults.add(new Fault("told to workers: " + lie, 500, 3_000, random -> {
                lies.begin(lie);
                return lies::end;
            }));
        }
        return List.copyOf(faults);
    }
}
