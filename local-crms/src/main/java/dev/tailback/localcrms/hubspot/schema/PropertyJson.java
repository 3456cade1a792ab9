package dev.tailback.localcrms.hubspot.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A property as HubSpot writes it, with the rules beside it in a place of our own. */
public final class PropertyJson {
    private static final String RULES = "localRules";

    private PropertyJson() {}

    /** As the API shows it. */
    public static ObjectNode shown(Property property) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("updatedAt", Instant.ofEpochMilli(property.updatedAt()).toString());
        json.put("createdAt", Instant.ofEpochMilli(property.createdAt()).toString());
        json.put("name", property.name());
        json.put("label", property.label());
        json.put("type", property.type().word());
        json.put("fieldType", property.fieldType());
        json.put("description", property.description());
        json.put("groupName", property.groupName());
        json.set("options", options(property));
        json.put("displayOrder", -1);
        json.put("calculated", property.marks().calculated());
        json.put("externalOptions", false);
        json.put("archived", property.marks().archived());
        json.put("hasUniqueValue", property.marks().unique());
        json.put("hidden", false);
        json.put("hubspotDefined", property.marks().hubspotDefined());
        json.put("formField", property.isWritable());
        json.put("dataSensitivity", "non_sensitive");
        json.set("modificationMetadata", modification(property));
        return json;
    }

    private static ObjectNode modification(Property property) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("archivable", !property.marks().hubspotDefined())
                .put("readOnlyDefinition", property.marks().hubspotDefined())
                .put("readOnlyOptions", property.marks().hubspotDefined())
                .put("readOnlyValue", !property.isWritable());
    }

    private static ArrayNode options(Property property) {
        ArrayNode options = JsonNodeFactory.instance.arrayNode();
        for (Choice choice : property.options()) {
            options.addObject()
                    .put("label", choice.label())
                    .put("value", choice.value())
                    .put("displayOrder", options.size() - 1)
                    .put("hidden", choice.hidden());
        }
        return options;
    }

    /** As the data file keeps it. */
    public static ObjectNode kept(Property property) {
        ObjectNode json = shown(property);
        ObjectNode rules = json.putObject(RULES);
        rules.put("required", property.rules().required());
        property.rules().minLength().ifPresent(least -> rules.put("minLength", least));
        property.rules().maxLength().ifPresent(most -> rules.put("maxLength", most));
        property.rules().minNumber().ifPresent(least -> rules.put("minNumber", least));
        property.rules().maxNumber().ifPresent(most -> rules.put("maxNumber", most));
        return json;
    }

    /**
     * Reads what {@link #kept} wrote, or a shorter form of it.
     *
     * @throws IllegalArgumentException in a sentence
     */
    public static Property read(JsonNode json, long now) {
        PropertyType type = PropertyType.of(json.path("type").asText())
                .orElseThrow(() -> new IllegalArgumentException(
                        "A property has the type " + json.path("type") + ", which does not exist."));
        return new Property(
                json.path("name").asText(),
                json.path("label").asText(),
                json.path("description").asText(""),
                type,
                json.path("fieldType").asText(type.fieldTypes().get(0)),
                json.path("groupName").asText("information"),
                choices(json.path("options")),
                marks(json),
                rules(json.path(RULES)),
                time(json.path("createdAt"), now),
                time(json.path("updatedAt"), now));
    }

    private static long time(JsonNode text, long otherwise) {
        return text.isTextual()
                ? NumbersAndTimes.moment(text.asText())
                        .map(Instant::toEpochMilli)
                        .orElse(otherwise)
                : otherwise;
    }

    private static Property.Marks marks(JsonNode json) {
        boolean calculated = json.path("calculated").asBoolean();
        return new Property.Marks(
                json.path("hasUniqueValue").asBoolean(),
                calculated,
                json.path("archived").asBoolean(),
                json.path("hubspotDefined").asBoolean(),
                !calculated
                        && json.path("modificationMetadata")
                                .path("readOnlyValue")
                                .asBoolean());
    }

    /** The choices of an enumeration. */
    public static List<Choice> choices(JsonNode options) {
        List<Choice> choices = new ArrayList<>();
        for (JsonNode option : options) {
            String value = option.path("value").asText();
            choices.add(new Choice(
                    value,
                    option.path("label").asText(value),
                    option.path("hidden").asBoolean()));
        }
        return choices;
    }

    /** The rules of a property; none where nothing is given. */
    public static ValueRules rules(JsonNode json) {
        return new ValueRules(
                json.path("required").asBoolean(),
                whole(json.path("minLength")),
                whole(json.path("maxLength")),
                number(json.path("minNumber")),
                number(json.path("maxNumber")));
    }

    private static Optional<Integer> whole(JsonNode json) {
        return json.isInt() ? Optional.of(json.intValue()) : Optional.empty();
    }

    private static Optional<BigDecimal> number(JsonNode json) {
        return json.isNumber() ? Optional.of(json.decimalValue()) : Optional.empty();
    }
}
