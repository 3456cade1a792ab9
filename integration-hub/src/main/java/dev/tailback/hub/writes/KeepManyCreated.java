package dev.tailback.hub.writes;

import dev.tailback.crm.Written;
import dev.tailback.hub.creations.Creations;
import dev.tailback.hub.creations.OnItsWay;
import dev.tailback.hub.facts.HeldFields;
import dev.tailback.hub.facts.SentValues;
import dev.tailback.hub.meeting.MeetCreated;
import dev.tailback.hub.records.KnownRecord;
import dev.tailback.hub.records.Records;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Writes down that a CRM created a group of records, in the caller's transaction: one statement for each table, however
 * many they are. What is unusual about one is left to {@link KeepCreated}.
 */
@Singleton
class KeepManyCreated {

    private final Creations creations;
    private final Records records;
    private final HeldFields held;
    private final MeetCreated meet;
    private final KeepCreated alone;

    KeepManyCreated(Creations creations, Records records, HeldFields held, MeetCreated meet, KeepCreated alone) {
        this.creations = creations;
        this.records = records;
        this.held = held;
        this.meet = meet;
        this.alone = alone;
    }

    /** How each of them is written down. */
    private record Kinds(List<Made> fresh, List<Made> recognised, List<Made> unusual) {}

    /** @param accepted of one object, one at least */
    void accepted(Map<OnItsWay, Written.Accepted> accepted) {
        List<Made> made = made(accepted);
        Set<Long> unmet =
                records.lockIfUnmatched(made.stream().map(Made::record).toList());
        meet.alone(made.get(0).record());
        Map<UUID, UUID> goldens =
                creations.goldens(made.stream().map(Made::first).distinct().toList());
        meet.lock(goldens.values());
        Kinds kinds = kinds(made, unmet, goldens);
        if (!kinds.fresh().isEmpty()) {
            keep(kinds.fresh(), goldens);
        }
        creations.accepted(kinds.recognised().stream().map(Made::sent).toList());
        kinds.unusual().forEach(one -> alone.accepted(one.sent(), one.accepted()));
    }

    private List<Made> made(Map<OnItsWay, Written.Accepted> accepted) {
        OnItsWay any = accepted.keySet().iterator().next();
        List<String> ids = accepted.values().stream()
                .map(Written.Accepted::id)
                .distinct()
                .sorted()
                .toList();
        if (ids.size() < accepted.size()) {
            throw new IllegalStateException("a CRM says of two customers that they have become one record");
        }
        Map<String, KnownRecord> known =
                records.known(any.creation().crm(), any.creation().object(), ids, any.entity());
        return accepted.entrySet().stream()
                .map(one -> new Made(
                        one.getKey(),
                        one.getValue(),
                        Optional.ofNullable(known.get(one.getValue().id())).orElseThrow()))
                .toList();
    }

    /**
     * A new record that the CRM told of before its answer came was recognised by its key, and what was told of it is newer
     * than what was sent: there is nothing left to learn.
     */
    private Kinds kinds(List<Made> made, Set<Long> unmet, Map<UUID, UUID> goldens) {
        Set<UUID> erased = creations.erased(goldens.values());
        Map<UUID, Long> recognised =
                creations.recognised(made.stream().map(Made::sent).toList());
        Kinds kinds = new Kinds(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Made one : made) {
            boolean isErased = erased.contains(golden(one, goldens));
            boolean isTold =
                    recognised.getOrDefault(one.id(), -1L) == one.record().id();
            if (!isErased && unmet.contains(one.record().id())) {
                kinds.fresh().add(one);
            } else if (!isErased && isTold && one.accepted().isNew()) {
                kinds.recognised().add(one);
            } else {
                kinds.unusual().add(one);
            }
        }
        return kinds;
    }

    private static UUID golden(Made one, Map<UUID, UUID> goldens) {
        return goldens.getOrDefault(one.first(), one.first());
    }

    private void keep(List<Made> fresh, Map<UUID, UUID> goldens) {
        Map<SentValues, Map<String, String>> stored = new HashMap<>();
        Map<KnownRecord, UUID> stand = new LinkedHashMap<>();
        Map<OnItsWay, KnownRecord> become = new LinkedHashMap<>();
        for (Made one : fresh) {
            stored.put(one.values(), one.accepted().stored());
            stand.put(one.record(), golden(one, goldens));
            become.put(one.sent(), one.record());
        }
        held.accepted(stored, Optional.empty());
        meet.stand(stand);
        records.written(List.copyOf(stand.keySet()));
        creations.created(become);
    }
}
