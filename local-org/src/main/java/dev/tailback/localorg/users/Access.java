package dev.tailback.localorg.users;

import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.FieldType;
import dev.tailback.localorg.metadata.ObjectType;
import dev.tailback.localorg.metadata.PermissionSet;
import dev.tailback.localorg.metadata.PermissionSet.FieldAccess;
import dev.tailback.localorg.metadata.PermissionSet.ObjectAccess;
import dev.tailback.localorg.metadata.Schema;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one user may do, worked out once from all permission sets the user has. Required fields, names and the org's own
 * fields come with the object, as in Salesforce; so do standard fields, which Salesforce leaves to the profile.
 */
public final class Access {

    private record Rights(ObjectAccess object, boolean[] read, boolean[] edit) {}

    private final Map<String, Rights> rights = new HashMap<>();
    private final Set<String> customPermissions = new HashSet<>();

    private Access(Schema schema, Collection<PermissionSet> sets, boolean everything) {
        schema.objects().forEach(type -> rights.put(type.name(), rights(type, sets, everything)));
        sets.forEach(set -> customPermissions.addAll(set.customPermissions()));
        if (everything) {
            customPermissions.addAll(schema.customPermissions());
        }
    }

    static Access of(Schema schema, Collection<PermissionSet> sets) {
        return new Access(schema, sets, false);
    }

    static Access everything(Schema schema) {
        return new Access(schema, List.of(), true);
    }

    private static Rights rights(ObjectType type, Collection<PermissionSet> sets, boolean everything) {
        ObjectAccess object = everything ? ObjectAccess.ALL : object(type, sets);
        if (!type.isWritable()) {
            object = new ObjectAccess(false, true, false, false);
        }
        boolean[] read = new boolean[type.fields().size()];
        boolean[] edit = new boolean[type.fields().size()];
        for (Field field : type.fields()) {
            FieldAccess access =
                    everything || comesWithTheObject(field) ? new FieldAccess(true, true) : field(field, sets);
            read[field.index()] = object.read() && access.read();
            edit[field.index()] = access.edit();
        }
        return new Rights(object, read, edit);
    }

    private static ObjectAccess object(ObjectType type, Collection<PermissionSet> sets) {
        return sets.stream()
                .map(set -> set.objects().getOrDefault(lower(type.name()), ObjectAccess.NONE))
                .reduce(ObjectAccess.NONE, ObjectAccess::or);
    }

    private static boolean comesWithTheObject(Field field) {
        boolean required = field.constraints().required() && field.type() != FieldType.BOOLEAN;
        return !field.isCustom() || field.isName() || required;
    }

    private static FieldAccess field(Field field, Collection<PermissionSet> sets) {
        return sets.stream()
                .map(set -> set.fields().getOrDefault(lower(field.path()), new FieldAccess(false, false)))
                .reduce(new FieldAccess(false, false), FieldAccess::or);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Every object of the schema has some. */
    private Rights rights(String object) {
        return Optional.ofNullable(rights.get(object)).orElseThrow();
    }

    public ObjectAccess to(ObjectType type) {
        return rights(type.name()).object();
    }

    public boolean canRead(Field field) {
        return rights(field.object()).read()[field.index()];
    }

    /** May edit the field wherever the object and the field itself allow a write. */
    public boolean canEdit(Field field) {
        return rights(field.object()).edit()[field.index()];
    }

    Set<String> customPermissions() {
        return customPermissions;
    }
}
