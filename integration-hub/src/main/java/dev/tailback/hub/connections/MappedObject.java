package dev.tailback.hub.connections;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The object of one CRM that holds records of an entity.
 *
 * @param fields by attribute; each field stands for one attribute
 * @param creates whether and how a customer is created there that the CRM has none of; empty where none is
 * @param unasked fields that the CRM cannot tell now: nobody asks for them, and what was told of them before holds
 * @param unwritten fields that nobody may write now; those that nobody asks for are among them
 */
public record MappedObject(
        String entity,
        String object,
        Map<String, String> fields,
        Optional<Creates> creates,
        Set<String> unasked,
        Set<String> unwritten) {

    public MappedObject {
        fields = Map.copyOf(fields);
        unasked = Set.copyOf(unasked);
        unwritten = Set.copyOf(unwritten);
        if (fields.values().stream().distinct().count() < fields.size()) {
            throw new IllegalArgumentException("a field of " + object + " stands for two attributes");
        }
    }

    /** With all of its fields in use, and nothing is created there. */
    public MappedObject(String entity, String object, Map<String, String> fields) {
        this(entity, object, fields, Optional.empty(), Set.of(), Set.of());
    }

    /** The same, and customers are created there. */
    public MappedObject creating(Creates how) {
        return new MappedObject(entity, object, fields, Optional.of(how), unasked, unwritten);
    }

    public MappedObject withFields(Map<String, String> others) {
        return new MappedObject(entity, object, others, creates, unasked, unwritten);
    }

    /** The same, with these fields out of use. */
    public MappedObject without(Set<String> moreUnasked, Set<String> moreUnwritten) {
        return new MappedObject(
                entity, object, fields, creates, both(unasked, moreUnasked), both(unwritten, moreUnwritten));
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        Set<String> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }

    /** All fields that it names, in use or not: those of the attributes, and the key. */
    public Set<String> named() {
        return Stream.concat(fields.values().stream(), creates.map(Creates::key).stream())
                .collect(Collectors.toSet());
    }

    /** What is asked for. */
    public List<String> fieldNames() {
        return named().stream()
                .filter(field -> !unasked.contains(field))
                .sorted()
                .toList();
    }

    /** By attribute. */
    public Map<String, String> writable() {
        return fields.entrySet().stream()
                .filter(mapped -> !unwritten.contains(mapped.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Not there either while a field that it takes is out of use. */
    public Optional<Creates> createsNow() {
        return creates.filter(how -> !unwritten.contains(how.key()) && !unasked.contains(how.key()))
                .filter(how -> writable().keySet().containsAll(how.needs()));
    }

    public Optional<String> attribute(String field) {
        return fields.entrySet().stream()
                .filter(mapped -> mapped.getValue().equals(field))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
