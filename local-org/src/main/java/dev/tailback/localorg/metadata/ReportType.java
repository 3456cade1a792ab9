package dev.tailback.localorg.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which rows a report stands on: those of an object, with the rows that point to them, and the rows that point to those.
 *
 * @param relationships child relationships, each below the one before, such as {@code Contract_Products__r}
 */
public record ReportType(String name, String object, List<String> relationships) {

    static ReportType read(SourceFile file) {
        XmlElement xml = XmlElement.read(file, "ReportType");
        List<String> relationships = new ArrayList<>();
        Optional<XmlElement> join = xml.child("join");
        while (join.isPresent()) {
            if (join.get().flag("outerJoin")) {
                throw file.broken("<outerJoin> true is not executed here");
            }
            relationships.add(join.get().required("relationship"));
            join = join.get().child("join");
        }
        return new ReportType(file.componentName(), xml.required("baseObject"), List.copyOf(relationships));
    }
}
