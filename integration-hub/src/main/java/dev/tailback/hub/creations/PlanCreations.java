package dev.tailback.hub.creations;

import dev.tailback.hub.connections.Connection;
import dev.tailback.hub.connections.Connections;
import dev.tailback.hub.database.RowsJson;
import dev.tailback.hub.entity.Entities;
import dev.tailback.hub.intents.Agreed;
import dev.tailback.hub.records.KnownRecord;
import dev.tailback.hub.records.Records;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Says in which CRMs customers are to be created, in the caller's transaction. A CRM that has or ever had a record of
 * one, also a deleted one, is left alone. What only holds it back for a while is asked when it is to be sent.
 */
@Singleton
class PlanCreations {

    private final CreationRows rows;
    private final KnownCreations known;
    private final Records records;
    private final Connections connections;
    private final Entities entities;

    PlanCreations(
            CreationRows rows, KnownCreations known, Records records, Connections connections, Entities entities) {
        this.rows = rows;
        this.known = known;
        this.records = records;
        this.connections = connections;
        this.entities = entities;
    }

    void plan(List<Agreed> agreed) {
        Map<UUID, List<Creation>> before =
                known.lock(agreed.stream().map(Agreed::golden).toList());
        Map<UUID, List<WantedRecord>> wanted = wanted(agreed);
        // One that has become another golden record may still have been due.
        wanted.keySet().retainAll(before.keySet());
        wanted.keySet().removeIf(golden -> isNothing(golden, wanted) && isNothing(golden, before));
        Map<UUID, Set<String>> has = crms(wanted.keySet());
        CreationPlans plans = new CreationPlans();
        wanted.forEach((golden, all) -> plans.plan(
                golden,
                all.stream()
                        .filter(one -> !has.getOrDefault(golden, Set.of()).contains(one.crm()))
                        .toList(),
                before.getOrDefault(golden, List.of())));
        write(plans);
    }

    private static boolean isNothing(UUID golden, Map<UUID, ? extends List<?>> of) {
        return Optional.ofNullable(of.get(golden))
                .filter(list -> !list.isEmpty())
                .isEmpty();
    }

    private Map<UUID, List<WantedRecord>> wanted(List<Agreed> agreed) {
        List<Connection> now = connections.all();
        Map<UUID, List<WantedRecord>> wanted = new LinkedHashMap<>();
        agreed.forEach(one -> wanted.put(
                one.golden(),
                entities.entity(one.entity())
                        .map(declared -> new Wanted(declared, one.values()).of(now))
                        .orElse(List.of())));
        return wanted;
    }

    /** Those that have a record of it, or had one. */
    private Map<UUID, Set<String>> crms(Collection<UUID> goldens) {
        return records.of(goldens).stream()
                .collect(Collectors.groupingBy(
                        record -> record.golden().orElseThrow(),
                        Collectors.mapping(KnownRecord::crm, Collectors.toSet())));
    }

    private void write(CreationPlans plans) {
        if (!plans.wanted().isEmpty()) {
            rows.want(RowsJson.of(plans.wanted(), NewCreation::write));
        }
        if (!plans.wantedAgain().isEmpty()) {
            rows.wantAgain(RowsJson.of(plans.wantedAgain(), NewCreation::write));
        }
        if (!plans.unwanted().isEmpty()) {
            rows.unwanted(RowsJson.ids(plans.unwanted()));
        }
    }
}
