package dev.tailback.localorg.metadata;

import dev.tailback.localorg.metadata.PermissionSet.FieldAccess;
import dev.tailback.localorg.metadata.PermissionSet.ObjectAccess;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a {@code .permissionset-meta.xml} file and refuses what Salesforce would not deploy. */
final class PermissionSetReader {

    private final Map<String, ObjectDraft> objects;
    private final Set<String> customPermissions;
    private final LeftOut leftOut;

    PermissionSetReader(Map<String, ObjectDraft> objects, Set<String> customPermissions, LeftOut leftOut) {
        this.objects = objects;
        this.customPermissions = customPermissions;
        this.leftOut = leftOut;
    }

    PermissionSet read(SourceFile file) {
        XmlElement xml = XmlElement.read(file, "PermissionSet");
        return new PermissionSet(
                file.componentName(),
                xml.required("label"),
                objectAccess(xml),
                fieldAccess(xml),
                enabled(xml, "customPermissions"),
                enabled(xml, "userPermissions"));
    }

    private Map<String, ObjectAccess> objectAccess(XmlElement xml) {
        Map<String, ObjectAccess> access = new HashMap<>();
        for (XmlElement item : xml.children("objectPermissions")) {
            String name = item.required("object");
            if (isLeftOut(xml.file(), name)) {
                continue;
            }
            if (!objects.containsKey(lower(name)) && name.contains("__")) {
                throw xml.file().broken("there is no object " + name);
            }
            access.merge(lower(name), objectAccess(item, name), ObjectAccess::or);
        }
        return access;
    }

    private ObjectAccess objectAccess(XmlElement item, String name) {
        ObjectAccess access = new ObjectAccess(
                item.flag("allowCreate"), item.flag("allowRead"), item.flag("allowEdit"), item.flag("allowDelete"));
        if ((access.create() || access.edit() || access.delete()) && !access.read()) {
            throw item.file().broken("rights to write " + name + " need <allowRead>");
        }
        return access;
    }

    private Map<String, FieldAccess> fieldAccess(XmlElement xml) {
        Map<String, FieldAccess> access = new HashMap<>();
        for (XmlElement item : xml.children("fieldPermissions")) {
            String path = item.required("field");
            boolean edit = item.flag("editable");
            FieldAccess given = new FieldAccess(edit || item.flag("readable"), edit);
            for (String field : spread(path)) {
                if (!isLeftOut(xml.file(), path)) {
                    check(xml.file(), field);
                    access.merge(lower(field), given, FieldAccess::or);
                }
            }
        }
        return access;
    }

    private boolean isLeftOut(SourceFile file, String path) {
        if (leftOut.has(path)) {
            leftOut.mention(file, path);
            return true;
        }
        return false;
    }

    /** A field of activities is one of tasks and of events. */
    private static List<String> spread(String path) {
        return path.startsWith("Activity.")
                ? List.of(path.replace("Activity.", "Task."), path.replace("Activity.", "Event."))
                : List.of(path);
    }

    private void check(SourceFile file, String path) {
        String[] names = path.split("\\.", 2);
        if (names.length < 2) {
            throw file.broken("<field> " + path + " must name an object and a field");
        }
        ObjectDraft object = objects.get(lower(names[0]));
        Field field = object == null ? null : object.field(names[1]).orElse(null);
        if (field == null) {
            if (path.contains("__")) {
                throw file.broken("there is no field " + path);
            }
            return;
        }
        boolean always = field.isCustom() && field.constraints().required() && field.type() != FieldType.BOOLEAN;
        if (always) {
            throw file.broken(path + " is required, and a permission set cannot name a required field");
        }
    }

    private Set<String> enabled(XmlElement xml, String kind) {
        return xml.children(kind).stream()
                .filter(item -> item.flag("enabled"))
                .map(item -> item.required("name"))
                .peek(name -> checkCustomPermission(xml.file(), kind, name))
                .collect(Collectors.toUnmodifiableSet());
    }

    private void checkCustomPermission(SourceFile file, String kind, String name) {
        if (kind.equals("customPermissions") && !customPermissions.contains(name)) {
            throw file.broken("there is no custom permission " + name);
        }
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
