package dev.tailback.localorg.metadata;

import java.util.Map;

/** The types of custom fields as metadata names them, and how much their fields hold. */
final class FieldTypes {
    private static final Map<String, FieldType> TYPES = Map.ofEntries(
            Map.entry("Text", FieldType.STRING),
            Map.entry("EncryptedText", FieldType.STRING),
            Map.entry("AutoNumber", FieldType.STRING),
            Map.entry("TextArea", FieldType.TEXTAREA),
            Map.entry("LongTextArea", FieldType.TEXTAREA),
            Map.entry("Html", FieldType.TEXTAREA),
            Map.entry("Email", FieldType.EMAIL),
            Map.entry("Phone", FieldType.PHONE),
            Map.entry("Url", FieldType.URL),
            Map.entry("Number", FieldType.DOUBLE),
            Map.entry("Summary", FieldType.DOUBLE),
            Map.entry("Currency", FieldType.CURRENCY),
            Map.entry("Percent", FieldType.PERCENT),
            Map.entry("Checkbox", FieldType.BOOLEAN),
            Map.entry("Date", FieldType.DATE),
            Map.entry("DateTime", FieldType.DATETIME),
            Map.entry("Time", FieldType.TIME),
            Map.entry("Picklist", FieldType.PICKLIST),
            Map.entry("MultiselectPicklist", FieldType.MULTIPICKLIST),
            Map.entry("Lookup", FieldType.REFERENCE),
            Map.entry("Hierarchy", FieldType.REFERENCE),
            Map.entry("MetadataRelationship", FieldType.REFERENCE),
            Map.entry("MasterDetail", FieldType.REFERENCE));
    private static final Map<FieldType, Integer> LENGTHS =
            Map.of(FieldType.TEXTAREA, 255, FieldType.EMAIL, 80, FieldType.PHONE, 40, FieldType.URL, 255);

    private FieldTypes() {}

    static FieldType type(XmlElement xml, String word) {
        FieldType type = TYPES.get(word);
        if (type == null) {
            throw xml.file().broken("<type> cannot be " + word);
        }
        return type;
    }

    static Size size(XmlElement xml, String word, FieldType type) {
        boolean formula = xml.text("formula").isPresent();
        return switch (word) {
            case "Number", "Currency", "Percent" ->
                Size.digits(
                        formula ? xml.number("precision", 18) : xml.requiredNumber("precision"),
                        formula ? xml.number("scale", 2) : xml.requiredNumber("scale"));
            case "Summary" -> Size.digits(18, 0);
            case "Text" -> Size.characters(formula ? 1300 : xml.requiredNumber("length"));
            case "EncryptedText", "LongTextArea", "Html" -> Size.characters(xml.requiredNumber("length"));
            case "Picklist" -> Size.characters(255);
            case "MultiselectPicklist" -> Size.characters(4099);
            case "AutoNumber" -> Size.characters(30);
            case "Lookup", "Hierarchy", "MetadataRelationship", "MasterDetail" -> Size.characters(18);
            default -> Size.characters(LENGTHS.getOrDefault(type, 0));
        };
    }
}
