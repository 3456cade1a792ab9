package dev.tailback.verification.torture.faults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.verification.fleet.Http;
import dev.tailback.verification.torture.people.Market;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;

/** Every fault that the local org knows, ordered over its control address. */
final class OrgFaults {
    private static final int SHORT = 500;
    private static final int LONG = 3_000;

    private final OrgControl org;
    private final Market market;

    OrgFaults(OrgControl org, Market market) {
        this.org = org;
        this.market = market;
    }

    List<Fault> all() {
        return List.of(
                lasting("down", this::nothingMore),
                lasting("slow", (fault, random) -> fault.put("latencyMs", 100 + random.nextInt(1_400))),
                lasting("error-500", this::nothingMore),
                lasting("maintenance-503", this::nothingMore),
                lasting("edge-420", this::nothingMore),
                lasting("read-only", this::nothingMore),
                lasting("quota-used-up", this::nothingMore),
                lasting("concurrency-limit", this::nothingMore),
                lasting("row-busy", this::nothingMore),
                lasting("row-busy", this::ofOneContract),
                lasting("session-expired", this::aFewTimes),
                lasting("drop-before-commit", this::aFewTimes),
                lasting("drop-after-commit", this::aFewTimes));
    }

    private Fault lasting(String kind, BiConsumer<ObjectNode, Random> details) {
        return new Fault("Salesforce: " + kind, SHORT, LONG, random -> {
            ObjectNode fault = Http.JSON.createObjectNode().put("kind", kind);
            details.accept(fault, random);
            org.begin(fault);
            return () -> org.end(fault);
        });
    }

    private void nothingMore(ObjectNode fault, Random random) {}

    private void aFewTimes(ObjectNode fault, Random random) {
        fault.put("times", 1 + random.nextInt(8));
    }

    private void ofOneContract(ObjectNode fault, Random random) {
        fault.put("contractId", market.anyContract(random).id());
    }
}
