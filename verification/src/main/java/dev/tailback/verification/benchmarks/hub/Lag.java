package dev.tailback.verification.benchmarks.hub;

import dev.tailback.verification.benchmarks.report.Samples;
import dev.tailback.verification.customers.CustomerCrm;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** How long it took from an edit in one CRM until all CRMs showed it, in seconds. */
final class Lag {
    private final Samples all = new Samples();
    private final Map<CustomerCrm, Samples> bySource = new EnumMap<>(CustomerCrm.class);
    private long late;

    void seen(Edit edit, long at) {
        double seconds = (at - edit.typedAt()) / 1e9;
        all.add(seconds);
        bySource.computeIfAbsent(edit.crm(), unused -> new Samples()).add(seconds);
    }

    void notSeen() {
        late++;
    }

    long late() {
        return late;
    }

    String at(double share) {
        return shown(all, share);
    }

    /** Of each CRM in which it was typed: {@code 1.2, 3.4, 0.9}. */
    String bySourceAt(double share) {
        return Arrays.stream(CustomerCrm.values())
                .map(crm -> shown(bySource.getOrDefault(crm, new Samples()), share))
                .collect(Collectors.joining(", "));
    }

    private static String shown(Samples samples, double share) {
        return samples.size() == 0 ? "-" : Samples.number(samples.at(share), 1);
    }
}
