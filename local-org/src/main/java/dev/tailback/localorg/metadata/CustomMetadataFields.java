package dev.tailback.localorg.metadata;

import java.util.List;

/** The fields every custom metadata type has. */
final class CustomMetadataFields {

    private CustomMetadataFields() {}

    static List<Field> of(String type) {
        return List.of(
                text(type, "DeveloperName", "Custom Metadata Record Name", 40),
                text(type, "MasterLabel", "Label", 40).asName(),
                text(type, "Language", "Master Language", 40),
                text(type, "NamespacePrefix", "Namespace Prefix", 15),
                text(type, "Label", "Label", 40),
                text(type, "QualifiedApiName", "Qualified API Name", 70));
    }

    private static Field text(String type, String name, String label, int length) {
        return Field.entered(type, name, label, FieldType.STRING, Size.characters(length), type)
                .with(Writing.NEVER);
    }
}
