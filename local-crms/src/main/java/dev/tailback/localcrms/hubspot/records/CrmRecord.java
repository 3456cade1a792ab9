package dev.tailback.localcrms.hubspot.records;

import dev.tailback.localcrms.hubspot.schema.ObjectType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A record as it was at a moment; a change makes another one.
 *
 * @param archivedAt milliseconds; 0 for a living record
 * @param values the versions of each property, the newest first; never an empty list
 * @param merged ids of records that were merged into it
 */
public record CrmRecord(
        ObjectType type,
        long id,
        long createdAt,
        long updatedAt,
        long archivedAt,
        Map<String, List<Version>> values,
        List<Long> merged) {

    public boolean isArchived() {
        return archivedAt != 0;
    }

    /** The value of any property; empty when the record has none. */
    public Optional<String> value(String property) {
        if (isKept(property)) {
            return own(property);
        }
        return Optional.of(newest(property)).filter(value -> !value.isEmpty());
    }

    /** The stored value; empty text when there is none. */
    public String newest(String property) {
        List<Version> versions = values.get(property);
        return versions == null ? "" : versions.get(0).value();
    }

    /** All that is known of a property's values, the newest first. */
    public List<Version> history(String property) {
        if (isKept(property)) {
            long at = property.equals(type.modifiedProperty()) ? updatedAt : createdAt;
            return own(property)
                    .map(value -> List.of(new Version(value, at, Source.CALCULATED)))
                    .orElse(List.of());
        }
        return values.getOrDefault(property, List.of());
    }

    private boolean isKept(String property) {
        return property.equals("hs_object_id")
                || property.equals("createdate")
                || property.equals("hs_merged_object_ids")
                || property.equals(type.modifiedProperty());
    }

    private Optional<String> own(String property) {
        return switch (property) {
            case "hs_object_id" -> Optional.of(Long.toString(id));
            case "createdate" -> Optional.of(Instant.ofEpochMilli(createdAt).toString());
            case "hs_merged_object_ids" ->
                merged.isEmpty()
                        ? Optional.empty()
                        : Optional.of(merged.stream().map(String::valueOf).collect(Collectors.joining(";")));
            default -> Optional.of(Instant.ofEpochMilli(updatedAt).toString());
        };
    }

    /** With one more version of a property; the oldest ones go when there are too many. */
    static void add(Map<String, List<Version>> values, String property, Version version, int kept) {
        List<Version> before = values.getOrDefault(property, List.of());
        List<Version> versions = new ArrayList<>(Math.min(kept, before.size() + 1));
        versions.add(version);
        versions.addAll(before.subList(0, Math.min(before.size(), kept - 1)));
        values.put(property, List.copyOf(versions));
    }

    CrmRecord with(Map<String, List<Version>> others, long now) {
        return new CrmRecord(type, id, createdAt, Math.max(updatedAt, now), archivedAt, Map.copyOf(others), merged);
    }

    CrmRecord archived(long at) {
        return new CrmRecord(type, id, createdAt, updatedAt, at, values, merged);
    }

    CrmRecord withMerged(List<Long> ids) {
        return new CrmRecord(type, id, createdAt, updatedAt, archivedAt, values, List.copyOf(ids));
    }

    /** Without the values of a property, which is gone. */
    CrmRecord without(String property) {
        Map<String, List<Version>> others = new HashMap<>(values);
        others.remove(property);
        return new CrmRecord(type, id, createdAt, updatedAt, archivedAt, Map.copyOf(others), merged);
    }
}
