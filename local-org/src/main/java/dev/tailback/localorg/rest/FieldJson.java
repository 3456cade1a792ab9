package dev.tailback.localorg.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.FieldType;
import dev.tailback.localorg.metadata.ObjectType;
import dev.tailback.localorg.metadata.Origin;
import dev.tailback.localorg.metadata.Picklist;
import dev.tailback.localorg.metadata.Reference;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** One field of a describe, with every key a real org gives. */
final class FieldJson {

    private FieldJson() {}

    static void write(JsonGenerator json, Call call, Field field) throws IOException {
        ObjectType type = call.org().schema().known(field.object());
        boolean editable = call.user().access().canEdit(field) && type.isWritable();
        boolean number = field.type().isNumber();
        boolean text = field.type().isText();
        boolean longText = field.type() == FieldType.TEXTAREA && field.size().length() > 255;
        boolean computed = field.isFormula() || field.origin().rollUp().isPresent();
        Optional<Reference> reference = field.reference();
        // A real org tells custom masters only; of OrderItem.OrderId it shows a plain, required reference.
        boolean master = field.isMaster() && field.isCustom();
        json.writeStartObject();
        json.writeBooleanField("aggregatable", !longText && field.type() != FieldType.BOOLEAN);
        json.writeBooleanField("aiPredictionField", false);
        json.writeBooleanField("autoNumber", field.origin().autoNumber().isPresent());
        json.writeNumberField("byteLength", text ? field.size().length() * 3 : 0);
        json.writeBooleanField("calculated", computed && field.isCustom());
        json.writeStringField(
                "calculatedFormula",
                field.origin()
                        .formula()
                        .filter(formula -> field.isCustom())
                        .map(Origin.Formula::text)
                        .orElse(null));
        json.writeBooleanField("cascadeDelete", master);
        json.writeBooleanField(
                "caseSensitive",
                field.constraints().unique() && field.constraints().caseSensitive());
        json.writeNullField("compoundFieldName");
        json.writeNullField("controllerName");
        json.writeBooleanField("createable", editable && field.writing().onCreate());
        json.writeBooleanField("custom", field.isCustom());
        writeInitial(json, field);
        json.writeBooleanField("dependentPicklist", false);
        json.writeBooleanField("deprecatedAndHidden", false);
        json.writeNumberField(
                "digits", field.type() == FieldType.INT ? field.size().precision() : 0);
        json.writeBooleanField("displayLocationInDecimal", false);
        json.writeBooleanField("encrypted", false);
        json.writeBooleanField("externalId", field.constraints().externalId());
        json.writeStringField("extraTypeInfo", longText ? "plaintextarea" : null);
        json.writeBooleanField("filterable", !longText);
        json.writeNullField("filteredLookupInfo");
        json.writeBooleanField(
                "formulaTreatNullNumberAsZero",
                field.origin().formula().map(Origin.Formula::blanksAsZero).orElse(false));
        json.writeBooleanField("groupable", !longText && !number && !computed && field.type() != FieldType.DATETIME);
        json.writeBooleanField("highScaleNumber", false);
        json.writeBooleanField("htmlFormatted", false);
        json.writeBooleanField("idLookup", field.constraints().idLookup());
        json.writeNullField("inlineHelpText");
        json.writeStringField("label", field.label());
        json.writeNumberField("length", text ? field.size().length() : 0);
        json.writeNullField("mask");
        json.writeNullField("maskType");
        json.writeStringField("name", field.name());
        json.writeBooleanField("nameField", field.isName());
        json.writeBooleanField("namePointing", false);
        json.writeBooleanField("nillable", !field.constraints().required());
        json.writeBooleanField(
                "permissionable", field.isCustom() && !field.constraints().required());
        writePicklist(json, field);
        json.writeBooleanField(
                "polymorphicForeignKey",
                reference.map(value -> value.targets().size() > 1).orElse(false));
        json.writeNumberField(
                "precision", field.type() == FieldType.INT ? 0 : field.size().precision());
        json.writeBooleanField("queryByDistance", false);
        json.writeNullField("referenceTargetField");
        writeTexts(json, "referenceTo", reference.map(Reference::targets).orElse(List.of()));
        json.writeStringField(
                "relationshipName", reference.flatMap(Reference::parentName).orElse(null));
        if (master) {
            json.writeNumberField("relationshipOrder", reference.get().order());
        } else {
            json.writeNullField("relationshipOrder");
        }
        json.writeBooleanField(
                "restrictedDelete",
                reference
                        .map(value -> value.onDelete() == Reference.OnDelete.RESTRICT)
                        .orElse(false));
        json.writeBooleanField(
                "restrictedPicklist", field.picklist().map(Picklist::restricted).orElse(false));
        json.writeNumberField("scale", field.size().scale());
        json.writeBooleanField("searchPrefilterable", false);
        json.writeStringField("soapType", field.type().soapType());
        json.writeBooleanField("sortable", !longText);
        json.writeStringField("type", field.type().word());
        json.writeBooleanField("unique", field.constraints().unique());
        json.writeBooleanField("updateable", editable && field.writing().onUpdate());
        json.writeBooleanField(
                "writeRequiresMasterRead", master && reference.get().masterReadEnough());
        json.writeEndObject();
    }

    private static void writeInitial(JsonGenerator json, Field field) throws IOException {
        Optional<String> formula = field.origin()
                .entered()
                .filter(entered -> !entered.followsTheRow())
                .flatMap(Origin.Entered::initialFormula);
        if (field.type() == FieldType.BOOLEAN) {
            json.writeBooleanField(
                    "defaultValue",
                    formula.map(text -> text.equalsIgnoreCase("true")).orElse(false));
        } else {
            json.writeNullField("defaultValue");
        }
        boolean picklist = field.picklist().flatMap(Picklist::initial).isPresent();
        json.writeStringField("defaultValueFormula", field.type() == FieldType.BOOLEAN ? null : formula.orElse(null));
        json.writeBooleanField(
                "defaultedOnCreate", formula.isPresent() || picklist || field.type() == FieldType.BOOLEAN);
    }

    private static void writePicklist(JsonGenerator json, Field field) throws IOException {
        json.writeArrayFieldStart("picklistValues");
        for (Picklist.Value value : field.picklist().map(Picklist::values).orElse(List.of())) {
            json.writeStartObject();
            json.writeBooleanField("active", value.active());
            json.writeBooleanField("defaultValue", value.initial());
            json.writeStringField("label", value.label());
            json.writeNullField("validFor");
            json.writeStringField("value", value.name());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeTexts(JsonGenerator json, String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
