package dev.tailback.mapping.change;

import dev.tailback.mapping.Condition;
import dev.tailback.mapping.Idea;
import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.Part;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** From one mapping to another, place by place. */
public record MappingChange(List<Difference> differences) {

    /**
     * By these, usage is found again. When one of them changes, usage that Salesforce holds already stays where the
     * mapping before has put it, and is not found there any more.
     */
    private static final Set<String> WHERE_USAGE_IS =
            Set.of(objectOf(Part.USAGE), Idea.EXTERNAL_ID.path(), Idea.CONTRACT_PRODUCT.path());

    public MappingChange {
        differences = List.copyOf(differences);
    }

    /** In the order of the file; what only the mapping before has comes last. */
    public static MappingChange between(Mapping before, Mapping after) {
        Map<String, String> old = places(before);
        Map<String, String> now = places(after);
        Set<String> all = new LinkedHashSet<>(now.keySet());
        all.addAll(old.keySet());
        return new MappingChange(all.stream()
                .map(about ->
                        new Difference(about, Optional.ofNullable(old.get(about)), Optional.ofNullable(now.get(about))))
                .filter(one -> !one.before().equals(one.after()))
                .toList());
    }

    /** The differences after which Tailback does not find usage that was reported before. */
    public List<Difference> movesUsage() {
        return differences.stream()
                .filter(one -> WHERE_USAGE_IS.contains(one.about()))
                .filter(one ->
                        !one.before().orElse("").equalsIgnoreCase(one.after().orElse("")))
                .toList();
    }

    private static Map<String, String> places(Mapping mapping) {
        Map<String, String> places = new LinkedHashMap<>();
        places.put("name", mapping.name());
        for (Part part : Part.values()) {
            places.put(objectOf(part), mapping.object(part));
            Idea.of(part).forEach(idea -> mapping.find(idea).ifPresent(field -> places.put(idea.path(), field)));
            mapping.only(part).forEach(one -> places.put(part.key() + ".only." + one.field(), values(one)));
        }
        places.put("contract.fulfilledWhen", values(mapping.fulfilled()));
        places.put("contractProduct.listedAs", mapping.listedAs());
        return places;
    }

    private static String objectOf(Part part) {
        return part.key() + ".object";
    }

    private static String values(Condition condition) {
        return String.join(", ", condition.values());
    }
}
