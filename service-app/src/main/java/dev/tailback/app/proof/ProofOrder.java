package dev.tailback.app.proof;

import dev.tailback.app.salesforce.SalesforceId;
import dev.tailback.web.input.JsonBody;
import dev.tailback.web.input.JsonObject;
import dev.tailback.web.input.TextRule;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody wants proved.
 *
 * @param contractId an open test contract
 * @param fulfilledId a test contract that is fulfilled; without it the lock is not tried
 * @param sales as whom the figures are looked at; without it nobody looks
 */
record ProofOrder(
        String contractId,
        Optional<String> fulfilledId,
        Optional<SalesUser> sales,
        Optional<String> reason,
        String who) {

    private static final TextRule REASON = TextRule.lines(500);

    static ProofOrder of(JsonBody body, String who) {
        Set<String> known = new HashSet<>(SalesUser.FIELDS);
        known.addAll(Set.of("contractId", "fulfilledContractId", "reason"));
        JsonObject asked = body.object(known);
        String contractId = SalesforceId.required(asked, "contractId");
        Optional<String> fulfilledId = SalesforceId.asked(asked, "fulfilledContractId");
        Optional<SalesUser> sales = SalesUser.of(asked);
        Optional<String> reason = asked.text("reason", REASON);
        asked.refuse();
        return new ProofOrder(contractId, fulfilledId, sales, reason, who);
    }
}
