package dev.tailback.mapping;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which objects and fields of an org stand for Tailback's ideas.
 *
 * @param name what people call it
 * @param objects the API name of each part's object
 * @param listedAs the child relationship from a contract to its products
 * @param fields a field, or a path to one, for each idea that the org has; all required ideas are among them
 * @param fulfilledWhen the values of {@link Idea#FULFILLED} that mean yes
 * @param only conditions that every contract and every line must meet to be one; none: all are
 */
public record Mapping(
        String name,
        Map<Part, String> objects,
        String listedAs,
        Map<Idea, String> fields,
        List<String> fulfilledWhen,
        Map<Part, List<Condition>> only) {

    public Mapping {
        objects = Map.copyOf(objects);
        fields = Map.copyOf(fields);
        fulfilledWhen = List.copyOf(fulfilledWhen);
        only = Map.copyOf(only);
    }

    /** The mapping of the objects and fields that Tailback brings along. */
    public static Mapping tailback() {
        return MappingYaml.shipped();
    }

    public String object(Part part) {
        return Optional.ofNullable(objects.get(part))
                .orElseThrow(() -> new IllegalStateException("the mapping has no object for " + part.key()));
    }

    /** The field of an idea that every mapping has. */
    public String field(Idea idea) {
        return find(idea).orElseThrow(() -> new IllegalStateException("the mapping has no field for " + idea.path()));
    }

    /** Empty where the org has none. */
    public Optional<String> find(Idea idea) {
        return Optional.ofNullable(fields.get(idea));
    }

    /** When a contract is fulfilled. */
    public Condition fulfilled() {
        return new Condition(field(Idea.FULFILLED), fulfilledWhen);
    }

    /** The way to an idea's field from a usage row, such as {@code Line__r.Contract__r.Status}. */
    public String fromUsage(Idea idea) {
        return ways().of(idea, field(idea));
    }

    /** Empty where the org has none. */
    public Optional<String> findFromUsage(Idea idea) {
        return find(idea).map(field -> ways().of(idea, field));
    }

    /** When a usage row's contract is fulfilled. */
    public Condition fulfilledFromUsage() {
        return new Condition(fromUsage(Idea.FULFILLED), fulfilledWhen);
    }

    private WayFromUsage ways() {
        return WayFromUsage.in(this);
    }

    /** The same for an org that has no fields for these ideas. */
    public Mapping without(Set<Idea> ideas) {
        Map<Idea, String> fewer = new EnumMap<>(Idea.class);
        fewer.putAll(fields);
        fewer.keySet().removeAll(ideas);
        return new Mapping(name, objects, listedAs, fewer, fulfilledWhen, only);
    }

    public List<Condition> only(Part part) {
        return only.getOrDefault(part, List.of());
    }
}
