package dev.tailback.localorg.metadata;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Everything an org knows about itself, loaded once and never changed; a change makes another schema. */
public final class Schema {

    private final Map<String, ObjectType> objects = new LinkedHashMap<>();
    private final Map<String, ObjectType> byPrefix = new HashMap<>();
    private final Map<String, List<Field>> references = new HashMap<>();
    private final Map<String, List<Field>> rollUps = new HashMap<>();
    private final List<RecordType> recordTypes;
    private final List<CustomMetadataRecord> customMetadata;
    private final Set<String> customPermissions;
    private final List<PermissionSet> permissionSets;
    private final Rest rest;

    /**
     * What belongs to no object.
     *
     * @param labels texts by the names of custom labels
     * @param leftOut names of objects and fields that are left out, in lower case
     * @param notExecuted one sentence for each thing that is left out
     */
    record Rest(Map<String, String> labels, Set<String> leftOut, List<String> notExecuted) {}

    Schema(
            Collection<ObjectType> types,
            List<RecordType> recordTypes,
            List<CustomMetadataRecord> customMetadata,
            Set<String> customPermissions,
            List<PermissionSet> permissionSets,
            Rest rest) {
        types.forEach(this::add);
        this.recordTypes = List.copyOf(recordTypes);
        this.customMetadata = List.copyOf(customMetadata);
        this.customPermissions = Set.copyOf(customPermissions);
        this.permissionSets = List.copyOf(permissionSets);
        this.rest = rest;
    }

    private void add(ObjectType type) {
        objects.put(lower(type.name()), type);
        byPrefix.put(type.keyPrefix(), type);
        for (Field field : type.fields()) {
            field.reference()
                    .ifPresent(reference -> reference
                            .targets()
                            .forEach(target -> listed(references, lower(target)).add(field)));
            field.origin()
                    .rollUp()
                    .ifPresent(rollUp -> listed(rollUps, lower(rollUp.detail())).add(field));
        }
    }

    private static List<Field> listed(Map<String, List<Field>> lists, String key) {
        return lists.computeIfAbsent(key, none -> new ArrayList<>());
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    public Collection<ObjectType> objects() {
        return objects.values();
    }

    /** An object by its name in any case. */
    public Optional<ObjectType> object(String name) {
        return Optional.ofNullable(objects.get(lower(name)));
    }

    /** An object whose existence was checked when the schema was loaded. */
    public ObjectType known(String name) {
        return object(name).orElseThrow(() -> new IllegalStateException("no object " + name));
    }

    /** The object whose rows have ids that begin like this one. */
    public Optional<ObjectType> objectOf(String id) {
        return Optional.ofNullable(id.length() < 3 ? null : byPrefix.get(id.substring(0, 3)));
    }

    /** Fields of other objects that point to this one. */
    public List<Field> referencesTo(ObjectType type) {
        return references.getOrDefault(lower(type.name()), List.of());
    }

    /** Roll-up fields of masters that are kept from rows of this object. */
    public List<Field> rollUpsOf(ObjectType detail) {
        return rollUps.getOrDefault(lower(detail.name()), List.of());
    }

    public List<RecordType> recordTypes() {
        return recordTypes;
    }

    public List<CustomMetadataRecord> customMetadata() {
        return customMetadata;
    }

    public Set<String> customPermissions() {
        return customPermissions;
    }

    public List<PermissionSet> permissionSets() {
        return permissionSets;
    }

    /** Valid metadata that is left out here, one sentence each. */
    public List<String> notExecuted() {
        return List.copyOf(rest.notExecuted());
    }

    /** The text of a custom label. */
    public Optional<String> label(String name) {
        return Optional.ofNullable(rest.labels().get(name));
    }

    /** True for a field that a project has and this org does not execute. */
    public boolean isLeftOut(String object, String field) {
        return rest.leftOut().contains(lower(object)) || rest.leftOut().contains(lower(object + "." + field));
    }
}
