package dev.tailback.localorg.metadata;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Reads a {@code customMetadata/Type.Record.md-meta.xml} file. */
final class CustomMetadataReader {

    private final Map<String, ObjectDraft> objects;

    CustomMetadataReader(Map<String, ObjectDraft> objects) {
        this.objects = objects;
    }

    CustomMetadataRecord read(SourceFile file) {
        XmlElement xml = XmlElement.read(file, "CustomMetadata");
        String[] names = file.componentName().split("\\.", 2);
        if (names.length < 2) {
            throw file.broken("the file must be named Type.Record.md-meta.xml");
        }
        ObjectDraft type = objects.get(names[0].toLowerCase(Locale.ROOT) + "__mdt");
        if (type == null) {
            throw file.broken("there is no custom metadata type " + names[0] + "__mdt");
        }
        return new CustomMetadataRecord(
                type.names.name(), names[1], xml.required("label"), values(xml, type), file.name());
    }

    private Map<String, Object> values(XmlElement xml, ObjectDraft type) {
        Map<String, Object> values = new HashMap<>();
        for (XmlElement item : xml.children("values")) {
            String name = item.required("field");
            Field field = type.field(name)
                    .orElseThrow(() -> xml.file().broken("there is no field " + type.names.name() + "." + name));
            item.text("value").ifPresent(text -> values.put(field.name(), value(xml.file(), field, text)));
        }
        return values;
    }

    private Object value(SourceFile file, Field field, String text) {
        try {
            return switch (field.type()) {
                case BOOLEAN -> flag(text);
                case INT, DOUBLE, CURRENCY, PERCENT -> new BigDecimal(text);
                case DATE -> LocalDate.parse(text);
                case DATETIME -> instant(text);
                case PICKLIST -> picked(file, field, text);
                default -> text;
            };
        } catch (NumberFormatException | DateTimeParseException e) {
            throw file.broken(field.name() + " cannot be " + text);
        }
    }

    private Object flag(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new NumberFormatException(text);
        }
        return Boolean.valueOf(text);
    }

    private Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private Object picked(SourceFile file, Field field, String text) {
        return field.picklist()
                .filter(Picklist::restricted)
                .map(list ->
                        list.canonical(text).orElseThrow(() -> file.broken(field.name() + " has no value " + text)))
                .orElse(text);
    }
}
