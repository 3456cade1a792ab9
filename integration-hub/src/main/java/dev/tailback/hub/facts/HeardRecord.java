package dev.tailback.hub.facts;

import dev.tailback.hub.observations.Observation;
import dev.tailback.hub.records.KnownRecord;
import dev.tailback.hub.records.Told;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A record while what was told of it is taken in: what was known of it before, and what is to be kept. */
final class HeardRecord {

    private final KnownRecord record;
    private final List<Observation> observations;
    private final Map<String, HeldField> before;
    private final Map<String, HeldField> held;
    private final SortedMap<Stated, String> said;
    private final Map<Stated, NewFact> facts = new LinkedHashMap<>();
    private final Map<Observation, String> became = new LinkedHashMap<>();
    private Optional<Told> told = Optional.empty();
    private boolean mustBeReread;

    /**
     * @param observations in the order in which they came
     * @param said values by attribute and field; empty text where people emptied it
     */
    HeardRecord(
            KnownRecord record,
            List<Observation> observations,
            Map<String, HeldField> before,
            Map<Stated, String> said) {
        this.record = record;
        this.observations = List.copyOf(observations);
        this.before = before;
        this.held = new HashMap<>(before);
        this.said = new TreeMap<>(said);
    }

    KnownRecord record() {
        return record;
    }

    List<Observation> observations() {
        return observations;
    }

    Optional<HeldField> held(String field) {
        return Optional.ofNullable(held.get(field));
    }

    boolean says(Stated stated) {
        return said.containsKey(stated);
    }

    void hold(HeldField now) {
        held.put(now.field(), now);
    }

    void state(NewFact fact) {
        said.put(fact.stated(), fact.value().orElse(""));
        facts.put(fact.stated(), fact);
    }

    void told(Told next) {
        told = Optional.of(told.map(next::after).orElse(next));
    }

    void mustBeReread() {
        mustBeReread = true;
    }

    void absorbed(Observation observation, String whatBecame) {
        became.put(observation, whatBecame);
    }

    /** What is otherwise than before. */
    List<HeldField> changed() {
        return held.values().stream()
                .filter(now -> !now.equals(before.get(now.field())))
                .toList();
    }

    List<NewFact> facts() {
        return List.copyOf(facts.values());
    }

    SortedMap<Stated, String> said() {
        return said;
    }

    Map<Observation, String> became() {
        return became;
    }

    Stream<Told> news() {
        return told.filter(last -> !last.isKnown()).stream();
    }

    boolean isToBeReread() {
        return mustBeReread;
    }
}
