package dev.tailback.localorg.metadata;

import java.util.Map;
import java.util.Set;

/** What its holders may do; keys are lower case, fields as {@code object.field}. */
public record PermissionSet(
        String name,
        String label,
        Map<String, ObjectAccess> objects,
        Map<String, FieldAccess> fields,
        Set<String> customPermissions,
        Set<String> userPermissions) {

    /** Rights on an object. */
    public record ObjectAccess(boolean create, boolean read, boolean edit, boolean delete) {
        public static final ObjectAccess NONE = new ObjectAccess(false, false, false, false);
        public static final ObjectAccess ALL = new ObjectAccess(true, true, true, true);

        public ObjectAccess or(ObjectAccess other) {
            return new ObjectAccess(
                    create || other.create, read || other.read, edit || other.edit, delete || other.delete);
        }
    }

    /** Rights on a field; edit includes read. */
    public record FieldAccess(boolean read, boolean edit) {
        public FieldAccess or(FieldAccess other) {
            return new FieldAccess(read || other.read, edit || other.edit);
        }
    }
}
