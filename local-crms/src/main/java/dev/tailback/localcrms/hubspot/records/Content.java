package dev.tailback.localcrms.hubspot.records;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.localcrms.hubspot.schema.ObjectType;
import dev.tailback.localcrms.hubspot.schema.Property;
import dev.tailback.localcrms.hubspot.schema.PropertyJson;
import dev.tailback.localcrms.hubspot.schema.Schema;
import java.util.List;
import java.util.function.LongSupplier;

/** All that an account holds. Every change goes through here, so that search and data file learn of it. */
public record Content(Schema schema, Records records, Links links, SearchIndex index, KeptLines lines) {

    /**
     * What a new account holds: the standard properties and no record.
     *
     * @param machineNow the time of the machine in milliseconds, by which the search waits
     */
    public static Content standard(long searchDelayMs, LongSupplier machineNow) {
        Records records = new Records();
        Content content = new Content(
                Schema.standard(),
                records,
                new Links(),
                new SearchIndex(records, searchDelayMs, machineNow),
                new KeptLines());
        for (ObjectType type : ObjectType.values()) {
            content.schema().unique(type).forEach(property -> records.makeUnique(type, property.name()));
        }
        return content;
    }

    public void save(CrmRecord record) {
        records.put(record);
        index.changed(record);
        lines.add("record", RecordJson.kept(record));
    }

    /** Takes a record and its links away for good. */
    public void remove(CrmRecord record) {
        links.of(record.type(), record.id()).forEach(this::unlink);
        records.remove(record);
        index.left(record);
        lines.add(
                "gone",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("type", record.type().plural())
                        .put("id", record.id()));
    }

    public boolean link(Link link) {
        boolean made = links.put(link);
        if (made) {
            lines.add("link", ends(link));
        }
        return made;
    }

    public boolean unlink(Link link) {
        boolean ended = links.remove(link);
        if (ended) {
            lines.add("unlink", ends(link));
        }
        return ended;
    }

    private static ObjectNode ends(Link link) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("from", link.from().plural())
                .put("fromId", link.fromId())
                .put("to", link.to().plural())
                .put("toId", link.toId());
    }

    /** @throws IllegalArgumentException in a sentence, when it is to be unique and two records have the same value */
    public void define(ObjectType type, Property property) {
        boolean unique = property.marks().unique() && !property.marks().archived();
        if (unique && !records.isUnique(type, property.name())) {
            records.makeUnique(type, property.name());
        }
        if (!unique) {
            records.makeOrdinary(type, property.name());
        }
        schema.put(type, property);
        ObjectNode kept = PropertyJson.kept(property);
        kept.put("object", type.plural());
        lines.add("property", kept);
    }

    /** Everything as lines for the data file. */
    public List<ObjectNode> snapshot() {
        KeptLines all = new KeptLines();
        for (ObjectType type : ObjectType.values()) {
            schema.all(type)
                    .forEach(property ->
                            all.add("property", PropertyJson.kept(property).put("object", type.plural())));
        }
        for (ObjectType type : ObjectType.values()) {
            records.of(type).values().forEach(record -> all.add("record", RecordJson.kept(record)));
        }
        links.all().forEach(link -> all.add("link", ends(link)));
        return all.take();
    }
}
