package dev.tailback.app.operator.reconciliation;

import dev.tailback.salesforce.usage.StrayUsage;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What one run has found so far. Everything is counted; the first thousand differences are kept one by one. */
final class Tally {

    static final int NAMED = 1_000;

    private final ReconcileOrder order;
    private final RepairEntries repair;
    private final Runnable signOfLife;
    private final Map<DifferenceKind, Long> counts = new EnumMap<>(DifferenceKind.class);
    private final List<Difference> named = new ArrayList<>();
    private final Set<UUID> allMended = new LinkedHashSet<>();
    private long entries;
    private long held;

    /** @param signOfLife called with every page; throws when the run is not ours any more */
    Tally(ReconcileOrder order, RepairEntries repair, Runnable signOfLife) {
        this.order = order;
        this.repair = repair;
        this.signOfLife = signOfLife;
    }

    void compared(long moreEntries, long moreHeld) {
        entries += moreEntries;
        held += moreHeld;
        signOfLife.run();
    }

    void differ(List<FoundDifference> differences) {
        if (!differences.isEmpty()) {
            Set<UUID> mended = repair.repair(differences, order);
            allMended.addAll(mended);
            differences.forEach(found -> add(difference(found, mended)));
        }
    }

    private static Difference difference(FoundDifference found, Set<UUID> mended) {
        return found.entry()
                .map(entry -> Difference.of(
                        found.kind(), entry, found.held(), WhatNow.about(found), mended.contains(entry.id())))
                .orElseGet(() -> Difference.foreign(found.held().orElseThrow()));
    }

    void strays(List<StrayUsage> strays) {
        strays.forEach(stray -> add(Difference.stray(stray)));
    }

    private void add(Difference difference) {
        counts.merge(difference.kind(), 1L, Long::sum);
        if (named.size() < NAMED) {
            named.add(difference);
        }
    }

    long entries() {
        return entries;
    }

    long held() {
        return held;
    }

    long repaired() {
        return allMended.size();
    }

    /** Entries that go out again, or whose arrival was taken over. */
    Set<UUID> mended() {
        return Set.copyOf(allMended);
    }

    long count(DifferenceKind kind) {
        return counts.getOrDefault(kind, 0L);
    }

    List<Difference> named() {
        return List.copyOf(named);
    }
}
