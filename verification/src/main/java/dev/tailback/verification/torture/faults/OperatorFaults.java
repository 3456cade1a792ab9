package dev.tailback.verification.torture.faults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.verification.fleet.Http;
import dev.tailback.verification.torture.people.Desk;
import dev.tailback.verification.torture.people.Market;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Operators hold one contract or one cause, and let it go later. What is held must wait, and none of it may be lost. */
final class OperatorFaults {
    private static final int SHORT = 500;
    private static final int LONG = 4_000;

    /** Either order may be lost, or carried out late, when something else breaks as well. */
    private static final String AT_MOST = "10s";

    private final Desk operator;
    private final Market market;

    OperatorFaults(Desk operator, Market market) {
        this.operator = operator;
        this.market = market;
    }

    List<Fault> all() {
        return List.of(
                new Fault("a contract on hold", SHORT, LONG, random -> held("contractId", contract(random))),
                new Fault("a cause on hold", SHORT, LONG, random -> held("code", "UNABLE_TO_LOCK_ROW")));
    }

    private String contract(Random random) {
        return market.anyContract(random).id();
    }

    private Runnable held(String what, String which) {
        ObjectNode release = Http.JSON.createObjectNode().put(what, which).put("reason", "The torture run asks");
        operator.send("POST", "/api/sync/holds", Map.of(), release.deepCopy().put("until", AT_MOST));
        return () -> operator.send("POST", "/api/sync/holds/release", Map.of(), release);
    }
}
