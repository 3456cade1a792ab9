package dev.tailback.localorg.metadata;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a {@code .field-meta.xml} file. */
final class FieldReader {

    /** Valid in Salesforce, not executed here; the loader lists them instead of guessing. */
    static final Set<String> NOT_EXECUTED = Set.of("Location", "File", "ExternalLookup", "IndirectLookup");

    private final ValueSets valueSets;

    FieldReader(ValueSets valueSets) {
        this.valueSets = valueSets;
    }

    Field read(XmlElement xml, String object) {
        SourceFile file = xml.file();
        String name = xml.required("fullName");
        if (!name.equals(file.componentName())) {
            throw file.broken("<fullName> is " + name + ", which must equal the file's name");
        }
        String word = xml.required("type");
        return typed(
                xml,
                word,
                Field.entered(object, name, xml.required("label"), FieldTypes.type(xml, word), Size.NONE, file.name()));
    }

    /** Reads the {@code <nameField>} of an object, which has no full name of its own. */
    Field readName(XmlElement xml, String object) {
        String word = xml.required("type");
        Field field = Field.entered(
                        object,
                        "Name",
                        xml.required("label"),
                        FieldType.STRING,
                        Size.characters(80),
                        xml.file().name())
                .asName();
        return switch (word) {
            case "Text" -> field.with(Constraints.requiredOnly(false));
            case "AutoNumber" -> autoNumber(xml, field);
            default -> throw xml.file().broken("a name field is Text or AutoNumber, not " + word);
        };
    }

    private Field typed(XmlElement xml, String word, Field plain) {
        Field field = origin(
                xml,
                word,
                plain.as(plain.type(), FieldTypes.size(xml, word, plain.type())).with(constraints(xml, word)));
        return switch (word) {
            case "Picklist", "MultiselectPicklist" ->
                xml.text("formula").isPresent() ? field : field.with(valueSets.of(xml));
            case "Lookup", "Hierarchy", "MetadataRelationship", "MasterDetail" -> related(xml, word, field);
            default -> field;
        };
    }

    private Constraints constraints(XmlElement xml, String word) {
        boolean unique = xml.flag("unique");
        boolean external = xml.flag("externalId");
        boolean required = xml.flag("required") || word.equals("MasterDetail") || word.equals("Checkbox");
        return new Constraints(required, unique, !unique || xml.flag("caseSensitive"), external, external);
    }

    private Field origin(XmlElement xml, String word, Field field) {
        if (word.equals("AutoNumber")) {
            return autoNumber(xml, field);
        }
        if (word.equals("Summary")) {
            return field.with(rollUp(xml)).with(Writing.NEVER);
        }
        Optional<String> formula = xml.text("formula");
        if (formula.isPresent()) {
            boolean zero =
                    xml.text("formulaTreatBlanksAs").orElse("BlankAsBlank").equals("BlankAsZero");
            return field.with(new Origin.Formula(formula.get(), zero)).with(Writing.NEVER);
        }
        return field.with(new Origin.Entered(xml.text("defaultValue")));
    }

    private Field autoNumber(XmlElement xml, Field field) {
        return field.with(
                        new Origin.AutoNumber(xml.text("displayFormat").orElse("{0}"), xml.number("startingNumber", 1)))
                .with(Writing.NEVER);
    }

    private Origin.RollUp rollUp(XmlElement xml) {
        String foreignKey = xml.required("summaryForeignKey");
        Optional<String> summed = xml.text("summarizedField").map(path -> lastOf(xml, path));
        Origin.RollUpOperation operation =
                xml.oneOf(Origin.RollUpOperation.class, "summaryOperation", xml.required("summaryOperation"));
        if (operation != Origin.RollUpOperation.COUNT && summed.isEmpty()) {
            throw xml.file().broken("<summarizedField> is missing");
        }
        return new Origin.RollUp(
                operation,
                foreignKey.substring(0, dot(xml, foreignKey)),
                lastOf(xml, foreignKey),
                summed,
                filters(xml));
    }

    private List<Origin.Filter> filters(XmlElement xml) {
        return xml.children("summaryFilterItems").stream()
                .map(item -> new Origin.Filter(
                        lastOf(xml, item.required("field")),
                        item.oneOf(Origin.FilterOperator.class, "operation", item.required("operation")),
                        List.of(item.text("value").orElse("").split(",\\s*"))))
                .toList();
    }

    private String lastOf(XmlElement xml, String path) {
        return path.substring(dot(xml, path) + 1);
    }

    private int dot(XmlElement xml, String path) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            throw xml.file().broken(path + " must name an object and a field, such as Detail__c.Field__c");
        }
        return dot;
    }

    private Field related(XmlElement xml, String word, Field field) {
        boolean master = word.equals("MasterDetail");
        String target = word.equals("Hierarchy") ? field.object() : xml.required("referenceTo");
        Reference.OnDelete onDelete = master
                ? Reference.OnDelete.GO_WITH_MASTER
                : switch (xml.text("deleteConstraint").orElse("SetNull")) {
                    case "SetNull" -> Reference.OnDelete.CLEAR;
                    case "Restrict" -> Reference.OnDelete.RESTRICT;
                    case "Cascade" -> Reference.OnDelete.CASCADE;
                    default -> throw xml.file().broken("<deleteConstraint> is SetNull, Restrict or Cascade");
                };
        boolean movable = !master || xml.flag("reparentableMasterDetail");
        Reference reference = new Reference(
                List.of(target),
                Optional.of(parentName(field.name())),
                xml.text("relationshipName").map(name -> field.isCustom() ? name + "__r" : name),
                onDelete,
                xml.number("relationshipOrder", 0),
                movable,
                xml.flag("writeRequiresMasterRead"));
        return field.with(reference).with(movable ? Writing.ALWAYS : Writing.ON_CREATE);
    }

    private static String parentName(String field) {
        return field.endsWith("__c") ? field.substring(0, field.length() - 1) + "r" : field.replaceAll("Id$", "");
    }
}
