package dev.tailback.localorg.metadata;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The picklist values of fields: their own, or those of a global value set the field names. */
final class ValueSets {

    private final Map<String, Picklist> global = new HashMap<>();

    void addGlobal(XmlElement xml) {
        List<Picklist.Value> values =
                xml.children("customValue").stream().map(value -> value(value)).toList();
        global.put(xml.file().componentName(), new Picklist(values, true));
    }

    Picklist of(XmlElement field) {
        XmlElement set =
                field.child("valueSet").orElseThrow(() -> field.file().broken("a picklist needs a <valueSet>"));
        Optional<String> name = set.text("valueSetName");
        if (name.isPresent()) {
            return Optional.ofNullable(global.get(name.get()))
                    .orElseThrow(() -> field.file().broken("there is no global value set " + name.get()));
        }
        XmlElement definition = set.child("valueSetDefinition")
                .orElseThrow(() -> field.file().broken("a picklist needs a <valueSetDefinition> or a <valueSetName>"));
        return new Picklist(
                definition.children("value").stream().map(ValueSets::value).toList(), set.flag("restricted"));
    }

    private static Picklist.Value value(XmlElement xml) {
        String name = xml.required("fullName");
        boolean active = xml.text("isActive").isEmpty() || xml.flag("isActive");
        return new Picklist.Value(name, xml.text("label").orElse(name), xml.flag("default"), active);
    }
}
