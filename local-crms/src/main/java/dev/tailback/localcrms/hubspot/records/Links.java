package dev.tailback.localcrms.hubspot.records;

import dev.tailback.localcrms.hubspot.schema.ObjectType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/** The default links between records; each is seen from both ends. */
public final class Links {

    private record End(ObjectType from, long fromId, ObjectType to) {}

    private final Map<End, NavigableSet<Long>> ends = new HashMap<>();

    /** False when it was there already. */
    public boolean put(Link link) {
        of(link.turned()).add(link.fromId());
        return of(link).add(link.toId());
    }

    /** False when there was none. */
    public boolean remove(Link link) {
        of(link.turned()).remove(link.fromId());
        return of(link).remove(link.toId());
    }

    private NavigableSet<Long> of(Link link) {
        return ends.computeIfAbsent(new End(link.from(), link.fromId(), link.to()), end -> new TreeSet<>());
    }

    /** The ids of the linked records, in order. */
    public List<Long> to(ObjectType from, long fromId, ObjectType to) {
        return List.copyOf(ends.getOrDefault(new End(from, fromId, to), new TreeSet<>()));
    }

    /** All links of a record. */
    public List<Link> of(ObjectType type, long id) {
        List<Link> links = new ArrayList<>();
        for (ObjectType other : ObjectType.values()) {
            to(type, id, other).forEach(otherId -> links.add(new Link(type, id, other, otherId)));
        }
        return links;
    }

    /** Every link once, for the data file. */
    public List<Link> all() {
        List<Link> links = new ArrayList<>();
        ends.forEach((end, ids) -> ids.forEach(id -> {
            Link link = new Link(end.from(), end.fromId(), end.to(), id);
            if (end.from().compareTo(end.to()) < 0 || (end.from() == end.to() && end.fromId() <= id)) {
                links.add(link);
            }
        }));
        return links;
    }
}
