package dev.tailback.localorg.metadata;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Loads an SFDX source directory over the standard objects. A broken file stops it with a {@link MetadataException}.
 */
public final class SchemaLoader {

    private final Map<String, ObjectDraft> objects = new TreeMap<>();
    private final ValueSets valueSets = new ValueSets();
    private final FieldReader fields = new FieldReader(valueSets);
    private final LeftOut leftOut = new LeftOut();
    private final Map<String, String> labels = new HashMap<>();
    private final List<RecordType> recordTypes = new ArrayList<>();
    private final Source source;
    private final Map<String, String> keyPrefixes;

    public SchemaLoader(Path root) {
        this(Source.of(root), Map.of());
    }

    /**
     * @param keyPrefixes what ids begin with, by the object's name, for objects that had rows before
     */
    public SchemaLoader(Source source, Map<String, String> keyPrefixes) {
        this.source = source;
        this.keyPrefixes = keyPrefixes;
    }

    /**
     * @throws MetadataException in one sentence, naming the file
     */
    public Schema load() {
        List<SourceFile> files = source.files();
        new StandardObjects().read().forEach(draft -> objects.put(lower(draft.names.name()), draft));
        of(files, "globalValueSet").forEach(file -> valueSets.addGlobal(XmlElement.read(file, "GlobalValueSet")));
        of(files, "labels").forEach(this::readLabels);
        of(files, "object").forEach(this::readObject);
        of(files, "field").forEach(this::readField);
        of(files, "validationRule")
                .filter(file -> !leftOut.has(file.objectName()))
                .forEach(file -> new RuleReader()
                        .read(file)
                        .ifPresent(rule -> draft(rule.object()).rules.add(rule)));
        of(files, "recordType").filter(file -> !leftOut.has(file.objectName())).forEach(file -> {
            recordTypes.add(RecordType.read(file));
            draft(file.objectName()).hasRecordTypes = true;
        });
        new ReferenceChecks(objects, leftOut).check();
        new RollUpTypes(objects).settle();
        return finish(files);
    }

    private Schema finish(List<SourceFile> files) {
        Set<String> permissions = new HashSet<>();
        of(files, "customPermission").forEach(file -> permissions.add(customPermission(file)));
        CustomMetadataReader records = new CustomMetadataReader(objects);
        PermissionSetReader sets = new PermissionSetReader(objects, permissions, leftOut);
        List<PermissionSet> permissionSets =
                of(files, "permissionset").map(sets::read).toList();
        return new Schema(
                new KeyPrefixes(keyPrefixes).finish(objects.values()),
                recordTypes,
                of(files, "md").map(records::read).toList(),
                permissions,
                permissionSets,
                new Schema.Rest(labels, leftOut.names(), leftOut.sentences()));
    }

    private String customPermission(SourceFile file) {
        XmlElement.read(file, "CustomPermission").required("label");
        return file.componentName();
    }

    private void readObject(SourceFile file) {
        XmlElement xml = XmlElement.read(file, "CustomObject");
        if (!file.componentName().equals(file.objectName())) {
            throw file.broken("the file must lie in a folder named " + file.componentName());
        }
        Optional<String> kind = ObjectDraft.kindLeftOut(file.objectName());
        if (kind.isPresent()) {
            leftOut.object(file, kind.get());
            return;
        }
        if (isActivity(file)) {
            return;
        }
        ObjectDraft draft = draft(file.objectName());
        if (!draft.isCustom()) {
            return;
        }
        String label = xml.required("label");
        draft.names = new ObjectNames(
                draft.names.name(), label, xml.text("pluralLabel").orElse(label), true);
        Optional<String> setting = xml.text("customSettingsType");
        if (draft.isCustomMetadata()) {
            CustomMetadataFields.of(draft.names.name()).forEach(draft.fields::add);
        } else if (setting.isPresent()) {
            draft.owned = false;
            draft.customSetting = true;
            draft.fields.addAll(
                    CustomSettingFields.of(draft.names.name(), setting.get().equals("Hierarchy")));
        } else {
            draft.fields.add(fields.readName(
                    xml.child("nameField").orElseThrow(() -> file.broken("<nameField> is missing")),
                    file.objectName()));
        }
    }

    private void readField(SourceFile file) {
        XmlElement xml = XmlElement.read(file, "CustomField");
        String type = xml.text("type").orElse("");
        if (leftOut.has(file.objectName())) {
            return;
        }
        if (!file.componentName().endsWith("__c")) {
            leftOut.mentionOfStandard(file);
        } else if (FieldReader.NOT_EXECUTED.contains(type)) {
            leftOut.field(file, "fields of type " + type + " are not executed");
        } else if (isActivity(file)) {
            // What people add to activities, tasks and events have.
            List.of("Task", "Event").forEach(object -> draft(object).put(fields.read(xml, object)));
        } else {
            ObjectDraft draft = draft(file.objectName());
            if (draft.isCustom() && draft.fields.isEmpty()) {
                throw file.broken("there is no object " + file.objectName() + " this field could belong to");
            }
            draft.put(fields.read(xml, draft.names.name()));
        }
    }

    private static boolean isActivity(SourceFile file) {
        return file.objectName().equals("Activity");
    }

    private void readLabels(SourceFile file) {
        XmlElement.read(file, "CustomLabels")
                .children("labels")
                .forEach(label -> labels.put(
                        label.required("fullName"), label.text("value").orElse("")));
    }

    /** Objects the project only extends come into being with their first file. */
    private ObjectDraft draft(String name) {
        return objects.computeIfAbsent(lower(name), none -> extended(name));
    }

    private ObjectDraft extended(String name) {
        ObjectDraft draft = new ObjectDraft(name);
        if (!draft.isCustom()) {
            draft.fields.add(Field.entered(name, "Name", "Name", FieldType.STRING, Size.characters(255), name)
                    .asName());
        }
        return draft;
    }

    private Stream<SourceFile> of(List<SourceFile> files, String kind) {
        return files.stream().filter(file -> file.kind().equals(kind));
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
