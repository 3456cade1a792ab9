package dev.tailback.localcrms.hubspot.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.localcrms.hubspot.records.Content;
import dev.tailback.localcrms.hubspot.records.CrmRecord;
import dev.tailback.localcrms.hubspot.records.Version;
import dev.tailback.localcrms.hubspot.schema.ObjectType;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a caller wants to see of records.
 *
 * @param properties their names; the usual ones when there is none
 * @param withHistory names of properties whose versions are shown, too
 * @param associations objects to which links are shown
 */
record View(Collection<String> properties, Collection<String> withHistory, Collection<String> associations) {

    static View usual() {
        return of(List.of());
    }

    static View of(Collection<String> properties) {
        return new View(properties, List.of(), List.of());
    }

    ObjectNode show(Content content, CrmRecord record) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", Long.toString(record.id()));
        ObjectNode values = json.putObject("properties");
        for (String name : names(record.type())) {
            if (content.schema().property(record.type(), name).isPresent()) {
                values.put(name, record.value(name).orElse(null));
            }
        }
        if (!withHistory.isEmpty()) {
            history(content, record, json.putObject("propertiesWithHistory"));
        }
        json.put("createdAt", Instant.ofEpochMilli(record.createdAt()).toString());
        json.put("updatedAt", Instant.ofEpochMilli(record.updatedAt()).toString());
        json.put("archived", record.isArchived());
        if (record.isArchived()) {
            json.put("archivedAt", Instant.ofEpochMilli(record.archivedAt()).toString());
        }
        associations(content, record, json);
        return json;
    }

    private Set<String> names(ObjectType type) {
        if (properties.isEmpty()) {
            Set<String> usual = new LinkedHashSet<>(type.shownProperties());
            usual.addAll(withHistory);
            return usual;
        }
        Set<String> names = new LinkedHashSet<>(properties);
        names.addAll(withHistory);
        names.addAll(List.of("createdate", type.modifiedProperty(), "hs_object_id"));
        return names;
    }

    private void history(Content content, CrmRecord record, ObjectNode json) {
        for (String name : withHistory) {
            if (content.schema().property(record.type(), name).isPresent()) {
                ArrayNode versions = json.putArray(name);
                record.history(name).forEach(version -> versions.add(version(version)));
            }
        }
    }

    private static ObjectNode version(Version version) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("value", version.value())
                .put("timestamp", Instant.ofEpochMilli(version.at()).toString())
                .put("sourceType", version.source().type())
                .put("sourceId", version.source().id());
        if (!version.source().label().isEmpty()) {
            json.put("sourceLabel", version.source().label());
        }
        if (version.source().userId() != 0) {
            json.put("updatedByUserId", version.source().userId());
        }
        return json;
    }

    private void associations(Content content, CrmRecord record, ObjectNode json) {
        for (String word : associations) {
            ObjectType other = Objects.named(word);
            List<Long> ids = content.links().to(record.type(), record.id(), other);
            if (!ids.isEmpty()) {
                ArrayNode results = json.withObjectProperty("associations")
                        .putObject(other.plural())
                        .putArray("results");
                String kind = record.type().singular() + "_to_" + other.singular();
                ids.forEach(
                        id -> results.addObject().put("id", Long.toString(id)).put("type", kind));
            }
        }
    }
}
