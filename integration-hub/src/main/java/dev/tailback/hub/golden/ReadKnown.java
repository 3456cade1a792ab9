package dev.tailback.hub.golden;

import dev.tailback.hub.entity.Attribute;
import dev.tailback.hub.entity.Entity;
import dev.tailback.hub.entity.Fact;
import dev.tailback.hub.facts.Facts;
import dev.tailback.hub.locks.Locks;
import dev.tailback.hub.survivorship.GoldenFacts;
import dev.tailback.hub.survivorship.Rules;
import dev.tailback.hub.survivorship.Standing;
import dev.tailback.hub.survivorship.Survivorship;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads what rules decide over. Deciding and previews read the same, so that a preview says what will be. */
@Singleton
public class ReadKnown {

    private final Facts facts;
    private final DecisionRows rows;
    private final Locks locks;

    ReadKnown(Facts facts, DecisionRows rows, Locks locks) {
        this.facts = facts;
        this.rows = rows;
        this.locks = locks;
    }

    /** @param goldens of this entity, a few hundred at most; the answers are in their order */
    public List<Known> of(Entity entity, List<Golden> goldens, Survivorship rules) {
        List<UUID> ids = goldens.stream().map(Golden::id).toList();
        Map<UUID, List<Fact>> said = facts.of(ids);
        Map<UUID, Map<String, String>> stood = stood(entity, ids, rules);
        Map<UUID, Map<String, Standing>> locked = locks.of(ids);
        return goldens.stream()
                .map(golden -> known(
                        entity,
                        golden.id(),
                        said.getOrDefault(golden.id(), List.of()),
                        golden.anew() ? Map.of() : stood.getOrDefault(golden.id(), Map.of()),
                        locked.getOrDefault(golden.id(), Map.of())))
                .toList();
    }

    private static Known known(
            Entity entity, UUID id, List<Fact> said, Map<String, String> stood, Map<String, Standing> locked) {
        Map<String, Standing> standing = new HashMap<>();
        stood.forEach((attribute, value) -> {
            if (!value.isEmpty()) {
                standing.put(attribute, Standing.agreed(value));
            }
        });
        standing.putAll(locked);
        return new Known(new GoldenFacts(id.toString(), entity, said, standing), stood);
    }

    private Map<UUID, Map<String, String>> stood(Entity entity, List<UUID> goldens, Survivorship survivorship) {
        Rules rules = survivorship.rules();
        String[] attributes = entity.attributes().stream().map(Attribute::name).toArray(String[]::new);
        String[] texts = entity.attributes().stream()
                .map(attribute -> rules.ruleOf(entity.name(), attribute.name()))
                .toArray(String[]::new);
        Map<UUID, Map<String, String>> stood = new HashMap<>();
        rows.stood(texts(goldens), texts(survivorship.passedOver()), attributes, texts).stream()
                .filter(row -> !row.isOpen())
                .forEach(row -> stood.computeIfAbsent(row.goldenId(), golden -> new HashMap<>())
                        .put(row.attribute(), row.value()));
        return stood;
    }

    private static String[] texts(java.util.Collection<?> values) {
        return values.stream().map(Object::toString).toArray(String[]::new);
    }
}
