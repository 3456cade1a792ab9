package dev.tailback.app.proof;

import dev.tailback.salesforce.org.OrgIdentity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a proof came to.
 *
 * @param reference the ad reference of its rows
 * @param mapping the name of the mapping that was tried
 * @param identity of the user that tried, and the org; empty where the org does not say
 * @param told what the org told about open questions
 * @param remains what stays in Salesforce, for people
 */
record Proof(
        String reference,
        String contractId,
        String contractNumber,
        Optional<String> fulfilledContractId,
        String mapping,
        String apiVersion,
        Optional<OrgIdentity> identity,
        String madeBy,
        Instant madeAt,
        List<Seen> seen,
        List<Told> told,
        String remains) {

    long count(Seen.Verdict verdict) {
        return seen.stream().filter(one -> one.verdict() == verdict).count();
    }

    /** The switches of a local org, by which it behaves as this org did. */
    Map<String, String> switches() {
        Map<String, String> switches = new TreeMap<>();
        told.forEach(one ->
                one.value().ifPresent(value -> switches.put(one.question().word(), value)));
        return switches;
    }
}
