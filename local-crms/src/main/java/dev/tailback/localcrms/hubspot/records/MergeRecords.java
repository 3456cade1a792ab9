package dev.tailback.localcrms.hubspot.records;

import dev.tailback.localcrms.hubspot.switches.Switch;
import dev.tailback.localcrms.hubspot.switches.Switches;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Makes one record of two. The primary one keeps its values, and takes from the other what it lacks; the other's id
 * becomes one more name of it. Who calls holds the account's lock.
 */
public final class MergeRecords {
    private static final int MOST_MERGED = 250;

    private final Content content;
    private final Switches switches;

    public MergeRecords(Content content, Switches switches) {
        this.content = content;
        this.switches = switches;
    }

    /** Whether the two would have more than 250 names together, which HubSpot refuses. */
    public boolean isTooMany(CrmRecord primary, CrmRecord other) {
        return primary.merged().size() + other.merged().size() + 2 > MOST_MERGED;
    }

    public CrmRecord merge(CrmRecord primary, CrmRecord other, Source source, long now) {
        Map<String, List<Version>> values = new HashMap<>(primary.values());
        other.values().forEach((name, versions) -> {
            String theirs = versions.get(0).value();
            if (primary.newest(name).isEmpty() && !theirs.isEmpty()) {
                CrmRecord.add(
                        values,
                        name,
                        new Version(theirs, now, source),
                        primary.type().versionsKept());
            }
        });
        List<Link> links = content.links().of(other.type(), other.id());
        boolean anew = switches.is(Switch.MERGE_ID, "new");
        List<Link> own = anew ? content.links().of(primary.type(), primary.id()) : List.of();
        content.remove(other);
        if (anew) {
            content.remove(primary);
        }
        CrmRecord merged = named(primary, other, anew).with(values, now);
        content.save(merged);
        Stream.concat(links.stream(), own.stream())
                .map(link -> new Link(link.from(), merged.id(), link.to(), link.toId()))
                .filter(link -> link.from() != link.to() || (link.toId() != primary.id() && link.toId() != other.id()))
                .forEach(content::link);
        return merged;
    }

    private CrmRecord named(CrmRecord primary, CrmRecord other, boolean anew) {
        List<Long> names = new ArrayList<>(primary.merged());
        names.addAll(other.merged());
        names.add(other.id());
        if (!anew) {
            return primary.withMerged(names);
        }
        names.add(primary.id());
        return new CrmRecord(
                primary.type(),
                content.records().nextId(),
                primary.createdAt(),
                primary.updatedAt(),
                0,
                primary.values(),
                List.copyOf(names));
    }
}
