package dev.tailback.localorg.metadata;

import java.util.List;
import java.util.Optional;

/** The fields every object begins with, in the same places, so that the engine finds them without a lookup. */
public final class SystemFields {
    public static final int ID = 0;
    public static final int IS_DELETED = 1;
    public static final int CREATED_DATE = 2;
    public static final int CREATED_BY = 3;
    public static final int LAST_MODIFIED_DATE = 4;
    public static final int LAST_MODIFIED_BY = 5;
    public static final int SYSTEM_MODSTAMP = 6;

    private SystemFields() {}

    static List<Field> of(String object, String label) {
        return List.of(
                kept(object, "Id", label + " ID", FieldType.ID, Size.characters(18))
                        .with(new Constraints(true, false, true, false, true)),
                kept(object, "IsDeleted", "Deleted", FieldType.BOOLEAN, Size.NONE),
                kept(object, "CreatedDate", "Created Date", FieldType.DATETIME, Size.NONE),
                user(object, "CreatedById", "Created By ID", "CreatedBy"),
                kept(object, "LastModifiedDate", "Last Modified Date", FieldType.DATETIME, Size.NONE),
                user(object, "LastModifiedById", "Last Modified By ID", "LastModifiedBy"),
                kept(object, "SystemModstamp", "System Modstamp", FieldType.DATETIME, Size.NONE));
    }

    /** The owner, which details do not have. */
    static Field owner(String object) {
        return Field.entered(object, "OwnerId", "Owner ID", FieldType.REFERENCE, Size.characters(18), object)
                .with(Constraints.requiredOnly(true))
                .with(Reference.lookup(List.of("User"), Optional.of("Owner"), Optional.empty()));
    }

    /** Only objects with record types have it; blank is the master record type. */
    static Field recordType(String object) {
        return Field.entered(object, "RecordTypeId", "Record Type ID", FieldType.REFERENCE, Size.characters(18), object)
                .with(Reference.lookup(List.of("RecordType"), Optional.of("RecordType"), Optional.empty()));
    }

    private static Field kept(String object, String name, String label, FieldType type, Size size) {
        return Field.entered(object, name, label, type, size, object)
                .with(Constraints.requiredOnly(true))
                .with(new Origin.SystemKept())
                .with(Writing.NEVER);
    }

    private static Field user(String object, String name, String label, String parentName) {
        return kept(object, name, label, FieldType.REFERENCE, Size.characters(18))
                .with(Reference.lookup(List.of("User"), Optional.of(parentName), Optional.empty()));
    }
}
