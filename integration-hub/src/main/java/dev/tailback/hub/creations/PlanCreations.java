package dev.tailback.hub.creations;

import dev.tailback.hub.connections.Connections;
import dev.tailback.hub.database.TextMap;
import dev.tailback.hub.entity.Entities;
import dev.tailback.hub.records.KnownRecord;
import dev.tailback.hub.records.Records;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Says in which CRMs a customer is to be created, in the caller's transaction. A CRM that has or ever had a record of it,
 * also a deleted one, is left alone. What only holds it back for a while is asked when it is to be sent.
 */
@Singleton
class PlanCreations {

    private final CreationRows rows;
    private final Records records;
    private final Connections connections;
    private final Entities entities;

    PlanCreations(CreationRows rows, Records records, Connections connections, Entities entities) {
        this.rows = rows;
        this.records = records;
        this.connections = connections;
        this.entities = entities;
    }

    void plan(UUID golden, String entity, Map<String, String> agreed) {
        List<Creation> known = rows.lockOf(golden);
        List<WantedRecord> wanted = entities.entity(entity)
                .map(declared -> new Wanted(declared, agreed).of(connections.all()))
                .orElse(List.of());
        boolean isAny = !known.isEmpty() || !wanted.isEmpty();
        // One that has become another golden record may still have been due.
        if (isAny && rows.remains(golden).equals(golden)) {
            plan(golden, wanted, new ArrayList<>(known));
        }
    }

    private void plan(UUID golden, List<WantedRecord> wanted, List<Creation> left) {
        Set<String> has = records.of(golden).stream().map(KnownRecord::crm).collect(Collectors.toSet());
        wanted.stream()
                .filter(one -> !has.contains(one.crm()))
                .forEach(one -> used(golden, one, left).ifPresent(left::remove));
        left.stream().filter(PlanCreations::isWaiting).forEach(one -> rows.unwanted(one.id()));
    }

    private static boolean isWaiting(Creation creation) {
        return creation.state() == Creation.State.OPEN || creation.state() == Creation.State.REFUSED;
    }

    /** @return the creation that stands for it from now on, where there was one */
    private Optional<Creation> used(UUID golden, WantedRecord wanted, List<Creation> known) {
        Optional<Creation> before = wanted.among(known, golden);
        if (before.isEmpty()) {
            rows.want(
                    UUID.randomUUID(),
                    golden,
                    wanted.crm(),
                    wanted.object(),
                    wanted.keyField(),
                    TextMap.json(wanted.values()));
        }
        before.filter(PlanCreations::isOpenToPlans)
                .filter(one -> !one.isWith(wanted.values()))
                .ifPresent(one -> rows.wantAgain(one.id(), wanted.keyField(), TextMap.json(wanted.values())));
        return before;
    }

    /** What was created once is not created again by itself. */
    private static boolean isOpenToPlans(Creation creation) {
        return creation.state() != Creation.State.CREATED && creation.state() != Creation.State.ERASED;
    }
}
