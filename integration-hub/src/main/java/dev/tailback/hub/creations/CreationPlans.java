package dev.tailback.hub.creations;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What becomes of the creations of a group of golden records. */
final class CreationPlans {

    private final List<NewCreation> wanted = new ArrayList<>();
    private final List<NewCreation> wantedAgain = new ArrayList<>();
    private final List<UUID> unwanted = new ArrayList<>();

    /**
     * @param records that a golden record should have in CRMs that have none
     * @param known its creations until now
     */
    void plan(UUID golden, List<WantedRecord> records, List<Creation> known) {
        List<Creation> left = new ArrayList<>(known);
        records.forEach(one -> used(golden, one, left).ifPresent(left::remove));
        left.stream().filter(CreationPlans::isWaiting).map(Creation::id).forEach(unwanted::add);
    }

    private static boolean isWaiting(Creation creation) {
        return creation.state() == Creation.State.OPEN || creation.state() == Creation.State.REFUSED;
    }

    /** @return the creation that stands for it from now on, where there was one */
    private Optional<Creation> used(UUID golden, WantedRecord record, List<Creation> known) {
        Optional<Creation> before = record.among(known, golden);
        if (before.isEmpty()) {
            wanted.add(new NewCreation(UUID.randomUUID(), golden, record));
        }
        before.filter(CreationPlans::isOpenToPlans)
                .filter(one -> !one.isWith(record.values()))
                .ifPresent(one -> wantedAgain.add(new NewCreation(one.id(), golden, record)));
        return before;
    }

    /** What was created once is not created again by itself. */
    private static boolean isOpenToPlans(Creation creation) {
        return creation.state() != Creation.State.CREATED && creation.state() != Creation.State.ERASED;
    }

    List<NewCreation> wanted() {
        return wanted;
    }

    List<NewCreation> wantedAgain() {
        return wantedAgain;
    }

    List<UUID> unwanted() {
        return unwanted;
    }
}
