package dev.tailback.localorg.save;

import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.SystemFields;
import dev.tailback.localorg.rows.Row;
import dev.tailback.localorg.rows.Transaction;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides which records create a row and which change one. */
final class FindExisting {

    void decide(SaveRequest request, List<Item> items, Transaction transaction) {
        switch (request.verb()) {
            case INSERT -> items.forEach(item -> create(item, request));
            case UPDATE -> items.forEach(item -> update(item, request, transaction));
            case UPSERT -> upsert(request, items, transaction);
        }
    }

    private void create(Item item, SaveRequest request) {
        item.creates();
        if (item.given(request.type().fields().get(SystemFields.ID)) != null) {
            item.fail(SaveError.on("INVALID_FIELD_FOR_INSERT_UPDATE", "Id", "cannot specify Id in an insert call"));
        }
    }

    private void update(Item item, SaveRequest request, Transaction transaction) {
        Object id = item.given(request.type().fields().get(SystemFields.ID));
        if (item.failed()) {
            return;
        }
        if (id == null) {
            item.fail(SaveError.on("MISSING_ARGUMENT", "Id", "Id not specified in an update call"));
            return;
        }
        found(item, (String) id, transaction);
    }

    private void found(Item item, String id, Transaction transaction) {
        item.isFor(id);
        transaction
                .findAny(id)
                .ifPresentOrElse(
                        row -> refuseUnlessUsable(item, row),
                        () -> item.fail(
                                SaveError.on("INVALID_CROSS_REFERENCE_KEY", "Id", "invalid cross reference id")));
    }

    private static void refuseUnlessUsable(Item item, Row row) {
        if (row.type() != item.type()) {
            item.fail(SaveError.on(
                    "MALFORMED_ID", "Id", item.type().label() + " ID: id value of incorrect type: " + item.id()));
        } else if (row.isDeleted()) {
            item.fail(new SaveError("ENTITY_IS_DELETED", "entity is deleted"));
        }
    }

    private void upsert(SaveRequest request, List<Item> items, Transaction transaction) {
        Map<Object, Integer> copies = new HashMap<>();
        items.forEach(item -> copies.merge(folded(request.key(), item), 1, Integer::sum));
        for (Item item : items) {
            Object value = item.given(request.key());
            if (value != null && copies.getOrDefault(folded(request.key(), item), 0) > 1) {
                item.fail(SaveError.on(
                        "DUPLICATE_VALUE",
                        request.key().name(),
                        "Duplicate external id specified: " + folded(request.key(), item)));
            } else if (!item.failed()) {
                upsert(item, request.key(), value, transaction);
            }
        }
    }

    private void upsert(Item item, Field key, @Nullable Object value, Transaction transaction) {
        if (key.index() == SystemFields.ID) {
            upsertById(item, (String) value, transaction);
        } else if (value == null) {
            item.fail(SaveError.on("MISSING_ARGUMENT", key.name(), key.name() + " not specified"));
        } else if (item.given(item.type().fields().get(SystemFields.ID)) != null) {
            item.fail(SaveError.on(
                    "INVALID_FIELD",
                    "Id",
                    "cannot specify both an external ID reference " + key.name() + " and a salesforce id, Id"));
        } else {
            upsertByKey(item, key, transaction.byKey(key, value));
        }
    }

    /** An upsert by id without an id creates. */
    private void upsertById(Item item, @Nullable String id, Transaction transaction) {
        if (id == null) {
            item.creates();
        } else {
            found(item, id, transaction);
        }
    }

    private void upsertByKey(Item item, Field key, List<Row> rows) {
        if (rows.isEmpty()) {
            item.creates();
        } else if (rows.size() == 1) {
            item.isFor(rows.get(0).id());
        } else {
            item.fail(SaveError.on(
                    "DUPLICATE_EXTERNAL_ID",
                    key.name(),
                    key.name() + ": more than one record found for external id field: "
                            + rows.stream().map(Row::id).toList()));
        }
    }

    private static @Nullable Object folded(Field key, Item item) {
        Object value = item.given(key);
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros();
        }
        return value instanceof String text && key.constraints().foldsCase() ? text.toLowerCase(Locale.ROOT) : value;
    }
}
