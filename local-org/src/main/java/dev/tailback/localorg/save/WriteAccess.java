package dev.tailback.localorg.save;

import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.ObjectType;
import dev.tailback.localorg.metadata.PermissionSet.ObjectAccess;
import dev.tailback.localorg.metadata.Reference;
import dev.tailback.localorg.metadata.Schema;
import dev.tailback.localorg.metadata.SystemFields;
import dev.tailback.localorg.users.User;
import java.util.ArrayList;
import java.util.List;

/** Refuses what the user may not write: objects, fields, and details of masters the user may not touch. */
final class WriteAccess {

    private final Schema schema;

    WriteAccess(Schema schema) {
        this.schema = schema;
    }

    void check(User user, Item item) {
        ObjectAccess access = user.access().to(item.type());
        if (item.isCreated() && !access.create()) {
            item.fail(new SaveError(
                    "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY",
                    "entity type cannot be inserted: " + item.type().label()));
        } else if (!item.isCreated() && !access.edit()) {
            item.fail(new SaveError("INSUFFICIENT_ACCESS_OR_READONLY", "insufficient access rights on object id"));
        } else {
            checkFields(user, item);
            checkMasters(user, item);
        }
    }

    private void checkFields(User user, Item item) {
        List<String> refused = new ArrayList<>();
        for (Field field : item.type().fields()) {
            if (item.gives(field) && field.index() != SystemFields.ID && !mayWrite(user, item, field)) {
                refused.add(field.name());
            }
        }
        if (!refused.isEmpty()) {
            item.fail(new SaveError(
                    "INVALID_FIELD_FOR_INSERT_UPDATE",
                    "Unable to create/update fields: " + String.join(", ", refused)
                            + ". Please check the security settings of this field and verify that it is read/write for"
                            + " your profile or permission set.",
                    refused));
        }
    }

    private static boolean mayWrite(User user, Item item, Field field) {
        boolean writable =
                item.isCreated() ? field.writing().onCreate() : field.writing().onUpdate();
        return writable && user.access().canEdit(field);
    }

    private void checkMasters(User user, Item item) {
        for (Field master : item.type().masters()) {
            Reference reference = master.reference().orElseThrow();
            ObjectType type = schema.known(reference.targets().get(0));
            ObjectAccess access = user.access().to(type);
            if (!(reference.masterReadEnough() ? access.read() : access.edit())) {
                item.fail(new SaveError(
                        "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY",
                        "insufficient access rights on cross-reference id"));
            }
        }
    }
}
