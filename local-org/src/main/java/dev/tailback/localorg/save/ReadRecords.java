package dev.tailback.localorg.save;

import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.ObjectType;
import dev.tailback.localorg.metadata.Schema;
import dev.tailback.localorg.metadata.SystemFields;
import dev.tailback.localorg.rows.Row;
import dev.tailback.localorg.rows.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the records of a request: field names, values, and parents named by an external id of theirs. */
final class ReadRecords {

    private final Schema schema;
    private final GivenValues values = new GivenValues();

    ReadRecords(Schema schema) {
        this.schema = schema;
    }

    List<Item> read(SaveRequest request, Transaction transaction) {
        List<Item> items = new ArrayList<>(request.records().size());
        for (Map<String, Object> record : request.records()) {
            Item item = new Item(request.type());
            items.add(item);
            try {
                read(item, record, transaction);
            } catch (RequestRefused e) {
                if (!request.eachAlone()) {
                    throw e;
                }
                item.fail(e.error());
            }
        }
        return items;
    }

    private void read(Item item, Map<String, Object> record, Transaction transaction) {
        for (Map.Entry<String, Object> entry : record.entrySet()) {
            if (!entry.getKey().equals("attributes")) {
                read(item, entry.getKey(), entry.getValue(), transaction);
            }
        }
    }

    private void read(Item item, String name, @Nullable Object json, Transaction transaction) {
        Field field = item.type().field(name).orElse(null);
        if (field != null) {
            item.give(field, values.stored(field, json, item));
            return;
        }
        Field reference = item.type()
                .parent(name)
                .orElseThrow(() -> new RequestRefused(
                        "INVALID_FIELD",
                        "No such column '" + name + "' on sobject of type "
                                + item.type().name()));
        item.give(reference, parentId(reference, json, item, transaction));
    }

    private @Nullable Object parentId(Field reference, @Nullable Object json, Item item, Transaction transaction) {
        if (json == null) {
            return null;
        }
        if (!(json instanceof Map<?, ?> given)) {
            throw new RequestRefused(
                    "JSON_PARSER_ERROR",
                    "Cannot deserialize instance of reference to " + reference.name() + " from a plain value");
        }
        ObjectType target = target(reference, given);
        Map.Entry<?, ?> key = given.entrySet().stream()
                .filter(entry -> !entry.getKey().equals("attributes"))
                .findFirst()
                .orElseThrow(() -> new RequestRefused(
                        "JSON_PARSER_ERROR", reference.name() + " names no external id of " + target.name()));
        return parentId(target, key, item, transaction);
    }

    private ObjectType target(Field reference, Map<?, ?> given) {
        String named = given.get("attributes") instanceof Map<?, ?> attributes && attributes.get("type") != null
                ? attributes.get("type").toString()
                : reference.reference().orElseThrow().targets().get(0);
        return schema.object(named)
                .orElseThrow(
                        () -> new RequestRefused("INVALID_TYPE", "sObject type '" + named + "' is not supported."));
    }

    private @Nullable Object parentId(ObjectType target, Map.Entry<?, ?> key, Item item, Transaction transaction) {
        Field field = target.field(key.getKey().toString())
                .filter(candidate -> candidate.constraints().isKey())
                .orElseThrow(() -> new RequestRefused(
                        "INVALID_FIELD", "No such column '" + key.getKey() + "' on sobject of type " + target.name()));
        Object value = values.stored(field, key.getValue(), item);
        if (field.index() == SystemFields.ID) {
            return value;
        }
        List<Row> parents = value == null ? List.of() : transaction.byKey(field, value);
        if (parents.size() != 1) {
            item.fail(
                    SaveError.on("INVALID_FIELD", field.name(), notOne(target, field, key.getValue(), parents.size())));
            return null;
        }
        return parents.get(0).id();
    }

    private static String notOne(ObjectType target, Field field, @Nullable Object value, int found) {
        return found == 0
                ? "Foreign key external ID: " + value + " not found for field " + field.name() + " in entity "
                        + target.name()
                : "More than one record found for external id field: " + field.name() + " in entity " + target.name();
    }
}
