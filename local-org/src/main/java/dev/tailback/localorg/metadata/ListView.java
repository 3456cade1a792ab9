package dev.tailback.localorg.metadata;

import java.util.List;

/** A list of rows of one object: which columns, and which rows. All filters must hold. */
public record ListView(String object, String name, String label, List<String> columns, List<Criterion> filters) {

    static ListView read(SourceFile file) {
        XmlElement xml = XmlElement.read(file, "ListView");
        if (xml.text("booleanFilter").isPresent()) {
            throw file.broken("<booleanFilter> is not executed here");
        }
        return new ListView(
                file.objectName(),
                file.componentName(),
                xml.required("label"),
                xml.texts("columns"),
                xml.children("filters").stream()
                        .map(filter -> Criterion.of(filter, "field", "operation"))
                        .toList());
    }
}
