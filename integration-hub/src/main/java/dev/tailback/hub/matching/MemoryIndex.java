package dev.tailback.hub.matching;

import dev.tailback.hub.entity.Entity;
import dev.tailback.hub.entity.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** An index for as many records as fit into memory, for trials and first loads. */
public final class MemoryIndex implements Index {

    private final Blocking blocking;
    private final Map<String, Group> groups = new HashMap<>();
    private final Map<Source, String> groupOf = new HashMap<>();
    private final Map<String, List<Source>> blocks = new HashMap<>();

    public MemoryIndex(Entity entity) {
        this.blocking = new Blocking(entity);
    }

    /** Adds a record to a group, which is made if it is not there. */
    public void add(String group, MatchRecord record) {
        List<MatchRecord> members = new ArrayList<>();
        Optional.ofNullable(groups.get(group)).ifPresent(known -> members.addAll(known.members()));
        members.add(record);
        groups.put(group, new Group(group, members));
        groupOf.put(record.source(), group);
        blocking.keysOf(record)
                .forEach(key ->
                        blocks.computeIfAbsent(key, unused -> new ArrayList<>()).add(record.source()));
    }

    @Override
    public List<Group> sharing(Set<String> keys, int most) {
        Map<String, Long> shared = keys.stream()
                .map(key -> blocks.getOrDefault(key, List.of()))
                .filter(block -> block.size() <= Blocking.LARGEST_BLOCK)
                .flatMap(List::stream)
                .flatMap(source -> of(source).stream())
                .collect(Collectors.groupingBy(Group::id, Collectors.counting()));
        return shared.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .flatMap(entry -> Optional.ofNullable(groups.get(entry.getKey())).stream())
                .toList();
    }

    @Override
    public Optional<Group> of(Source source) {
        return Optional.ofNullable(groupOf.get(source)).flatMap(id -> Optional.ofNullable(groups.get(id)));
    }
}
