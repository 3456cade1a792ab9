package dev.tailback.hub.writes;

import dev.tailback.crm.Written;
import dev.tailback.hub.facts.HeldFields;
import dev.tailback.hub.facts.SentValues;
import dev.tailback.hub.golden.Goldens;
import dev.tailback.hub.intents.Intents;
import dev.tailback.hub.records.KnownRecord;
import dev.tailback.hub.records.Records;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Writes down that a CRM has taken a group of writes, in the caller's transaction, and gives the records back: one
 * statement for each table, however many they are.
 */
@Singleton
class KeepAccepted {

    private final Goldens goldens;
    private final Records records;
    private final HeldFields held;
    private final Intents intents;

    KeepAccepted(Goldens goldens, Records records, HeldFields held, Intents intents) {
        this.goldens = goldens;
        this.records = records;
        this.held = held;
        this.intents = intents;
    }

    /** The golden records are locked first, so that nobody observes anything unseen in between. */
    void keep(Map<Writing, Written.Accepted> accepted) {
        List<KnownRecord> sentTo =
                accepted.keySet().stream().map(Writing::record).toList();
        goldens.lockOf(sentTo);
        Map<Long, UUID> stands = new HashMap<>();
        records.unerased(sentTo)
                .forEach(record -> stands.put(record.id(), record.golden().orElseThrow()));
        Map<Writing, Written.Accepted> kept = new LinkedHashMap<>(accepted);
        kept.keySet().removeIf(writing -> !stands.containsKey(writing.record().id()));
        if (!kept.isEmpty()) {
            holds(kept);
            considerAgain(kept.keySet(), stands);
        }
    }

    private void holds(Map<Writing, Written.Accepted> kept) {
        Map<SentValues, Map<String, String>> stored = new HashMap<>();
        kept.forEach((writing, one) -> stored.put(writing.sent(), one.stored()));
        Optional<Instant> begun = kept.keySet().stream().map(Writing::begun).min(Comparator.naturalOrder());
        held.accepted(stored, begun);
        records.written(kept.keySet().stream().map(Writing::record).toList());
    }

    /** All but those that hold what was planned, and of which nothing was observed meanwhile: that would find nothing. */
    private void considerAgain(Set<Writing> kept, Map<Long, UUID> stands) {
        Set<UUID> done = intents.held(kept.stream().map(Writing::intent).toList());
        List<UUID> again = new ArrayList<>();
        List<UUID> perhaps = new ArrayList<>();
        kept.forEach(writing -> {
            List<UUID> which = done.contains(writing.intent().id()) ? perhaps : again;
            which.add(stands.get(writing.record().id()));
        });
        again.addAll(goldens.toBeHeard(perhaps));
        goldens.due(again);
    }
}
