package dev.tailback.localcrms.hubspot.page;

import dev.tailback.localcrms.hubspot.schema.Choice;
import dev.tailback.localcrms.hubspot.schema.Property;
import dev.tailback.localcrms.hubspot.schema.PropertyType;
import java.util.List;

/** One property in the form of a record. */
final class FormField {

    private FormField() {}

    static String of(Property property, String value) {
        String label = "<label for=\"" + property.name() + "\">" + Html.escaped(property.label()) + "</label>";
        if (property.type() == PropertyType.BOOL) {
            return label
                    + choice(
                            property,
                            List.of(new Choice("true", "Yes", false), new Choice("false", "No", false)),
                            value);
        }
        if (property.type() == PropertyType.ENUMERATION && !property.takesSeveral()) {
            return label + choice(property, property.options(), value);
        }
        String common = " id=\"" + property.name() + "\" name=\"" + property.name() + "\"";
        return label
                + (property.fieldType().equals("textarea")
                        ? "<textarea" + common + " rows=\"3\">" + Html.escaped(value) + "</textarea>"
                        : "<input" + common + " value=\"" + Html.escaped(value) + "\">");
    }

    private static String choice(Property property, List<Choice> choices, String value) {
        StringBuilder html = new StringBuilder(
                "<select id=\"" + property.name() + "\" name=\"" + property.name() + "\"><option value=\"\"></option>");
        for (Choice choice : choices) {
            html.append("<option value=\"")
                    .append(Html.escaped(choice.value()))
                    .append('"')
                    .append(choice.value().equals(value) ? " selected" : "")
                    .append('>')
                    .append(Html.escaped(choice.label()))
                    .append("</option>");
        }
        return html.append("</select>").toString();
    }
}
