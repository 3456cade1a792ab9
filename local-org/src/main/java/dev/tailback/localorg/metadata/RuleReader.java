package dev.tailback.localorg.metadata;

import java.util.Optional;

/** Reads a {@code .validationRule-meta.xml} file; an inactive rule is as good as none. */
final class RuleReader {

    Optional<ValidationRule> read(SourceFile file) {
        XmlElement xml = XmlElement.read(file, "ValidationRule");
        String name = xml.required("fullName");
        if (!name.equals(file.componentName())) {
            throw file.broken("<fullName> is " + name + ", which must equal the file's name");
        }
        ValidationRule rule = new ValidationRule(
                file.objectName(),
                name,
                xml.required("errorConditionFormula"),
                xml.required("errorMessage"),
                xml.text("errorDisplayField"),
                file.name());
        return xml.flag("active") ? Optional.of(rule) : Optional.empty();
    }
}
