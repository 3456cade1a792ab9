package dev.tailback.app.operator.reconciliation;

import dev.tailback.app.held.AskHeld;
import dev.tailback.app.held.HeldAnswer;
import dev.tailback.app.proof.ProofRows;
import dev.tailback.salesforce.usage.HeldUsage;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Looks again at what seems to differ: at Salesforce, and then at the ledger. Only when the ledger says the same before
 * and after, nothing was on its way while Salesforce was read, and the difference is real.
 */
@Singleton
class SecondLook {

    /** As many ids as one call can ask for. */
    private static final int TOGETHER = 200;

    private final LedgerPages ledger;
    private final AskHeld salesforce;

    SecondLook(LedgerPages ledger, AskHeld salesforce) {
        this.ledger = ledger;
        this.salesforce = salesforce;
    }

    /**
     * At entries as they were read before.
     *
     * @param differ told the differences that are real, at most 200 at a time
     */
    void atEntries(List<LedgerEntry> before, Consumer<List<FoundDifference>> differ) {
        for (int from = 0; from < before.size(); from += TOGETHER) {
            differ.accept(realAmong(before.subList(from, Math.min(from + TOGETHER, before.size()))));
        }
    }

    private List<FoundDifference> realAmong(List<LedgerEntry> before) {
        List<UUID> ids = before.stream().map(LedgerEntry::id).toList();
        Map<UUID, HeldUsage> held = held(ids);
        Map<UUID, LedgerEntry> now = entries(ids);
        return before.stream()
                .filter(entry -> entry.equals(now.get(entry.id())))
                .flatMap(entry -> found(entry, Optional.ofNullable(held.get(entry.id()))).stream())
                .toList();
    }

    private static Optional<FoundDifference> found(LedgerEntry entry, Optional<HeldUsage> held) {
        return Compare.of(entry, held).map(kind -> new FoundDifference(kind, Optional.of(entry), held));
    }

    /**
     * At ids that Salesforce holds and the ledger did not show: foreign ones, booked just now, or of an ad on another
     * contract. What a proof of the org left behind, cancelled, is nobody's and no difference.
     */
    void atUnknown(Collection<UUID> unknown, Consumer<List<FoundDifference>> differ) {
        List<UUID> ids = new ArrayList<>(unknown);
        for (int from = 0; from < ids.size(); from += TOGETHER) {
            List<UUID> some = ids.subList(from, Math.min(from + TOGETHER, ids.size()));
            Map<UUID, LedgerEntry> known = entries(some);
            atEntries(List.copyOf(known.values()), differ);
            differ.accept(foreignAmong(
                    some.stream().filter(id -> !known.containsKey(id)).toList()));
        }
    }

    private List<FoundDifference> foreignAmong(List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, HeldUsage> held = held(ids);
        Set<UUID> known = entries(ids).keySet();
        return held.values().stream()
                .filter(usage -> !known.contains(usage.entryId()))
                .filter(usage -> !ProofRows.isSpent(usage))
                .map(usage -> new FoundDifference(DifferenceKind.FOREIGN, Optional.empty(), Optional.of(usage)))
                .toList();
    }

    private Map<UUID, HeldUsage> held(List<UUID> ids) {
        return salesforce
                .about(ids)
                .fold(
                        HeldAnswer.Told::byEntry,
                        refused -> {
                            throw new SalesforceUnread(refused.code(), refused.reason());
                        },
                        unavailable -> {
                            throw new SalesforceUnread(unavailable.code(), unavailable.reason());
                        });
    }

    private Map<UUID, LedgerEntry> entries(List<UUID> ids) {
        return ledger.byIds(ids).stream().collect(Collectors.toMap(LedgerEntry::id, Function.identity()));
    }
}
