package dev.tailback.app.ads;

import dev.tailback.app.ledger.WaitingUnits;
import dev.tailback.app.ledger.WaitingUnits.OnItsWay;
import dev.tailback.salesforce.usage.UsageReader;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which waiting entries Salesforce holds already: it counts their units, and only their outcome has not come back.
 * Asked before a booking is refused, because between Salesforce's commit and our outcome such units would be counted on
 * both sides.
 */
@Singleton
class AlreadyCounted {

    /** More than one call's worth is a real backlog; then the refusal stands until it is reported. */
    private static final int MOST = 200;

    private final WaitingUnits waiting;
    private final UsageReader salesforce;

    AlreadyCounted(WaitingUnits waiting, UsageReader salesforce) {
        this.waiting = waiting;
        this.salesforce = salesforce;
    }

    /** Entries held in the very version that waits; empty when Salesforce cannot be asked. */
    Set<OnItsWay> of(String contractId) {
        List<OnItsWay> onTheirWay = waiting.entries(contractId, MOST + 1);
        if (onTheirWay.isEmpty() || onTheirWay.size() > MOST) {
            return Set.of();
        }
        Map<UUID, OnItsWay> byId = onTheirWay.stream().collect(Collectors.toMap(OnItsWay::id, Function.identity()));
        return salesforce
                .byEntryIds(byId.keySet())
                .fold(
                        found -> found.value().stream()
                                .map(held -> new OnItsWay(held.entryId(), held.version()))
                                .filter(onTheirWay::contains)
                                .collect(Collectors.toSet()),
                        () -> Set.of(),
                        refused -> Set.of(),
                        unavailable -> Set.of());
    }
}
