package dev.tailback.localcrms.hubspot.page;

import dev.tailback.localcrms.hubspot.records.Content;
import dev.tailback.localcrms.hubspot.records.CrmRecord;
import dev.tailback.localcrms.hubspot.records.Link;
import dev.tailback.localcrms.hubspot.records.Version;
import dev.tailback.localcrms.hubspot.schema.ObjectType;
import dev.tailback.localcrms.hubspot.schema.Property;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A record with a form for its values, its links, and the history of each value. */
record RecordPage(Content content, ObjectType type, Optional<CrmRecord> record) {

    /** @param typed what a person wrote that was refused; stands in the form instead of what the record holds */
    String html(Map<String, String> typed, Optional<String> refused) {
        StringBuilder html = new StringBuilder();
        refused.ifPresent(sentence -> html.append("<p class=\"refused\" role=\"alert\">")
                .append(Html.escaped(sentence))
                .append("</p>"));
        html.append("<form class=\"record\" method=\"post\">");
        for (Property property : content.schema().properties(type, false)) {
            if (property.isWritable()) {
                String value = typed.getOrDefault(property.name(), held(property));
                html.append(FormField.of(property, value));
            }
        }
        html.append("<button>Save</button></form>");
        record.ifPresent(shown -> html.append(deeds(shown)).append(links(shown)).append(history(shown)));
        return html.toString();
    }

    private String held(Property property) {
        return record.map(shown -> shown.newest(property.name())).orElse("");
    }

    private String deeds(CrmRecord shown) {
        String deed = shown.isArchived() ? "restore" : "archive";
        String label = shown.isArchived() ? "Restore" : "Archive";
        return "<form method=\"post\" action=\"/" + type.plural() + "/" + shown.id() + "/" + deed + "\"><p><button>"
                + label + "</button></p></form>";
    }

    private String links(CrmRecord shown) {
        StringBuilder html = new StringBuilder("<h2>Linked records</h2><ul>");
        for (Link link : content.links().of(type, shown.id())) {
            String address = "/" + link.to().plural() + "/" + link.toId();
            html.append("<li>")
                    .append(Html.link(address, link.to().singular() + " " + link.toId()))
                    .append("</li>");
        }
        return html.append("</ul>").toString();
    }

    private String history(CrmRecord shown) {
        StringBuilder html = new StringBuilder(
                "<h2>History</h2><table><thead><tr><th scope=\"col\">Property</th>"
                        + "<th scope=\"col\">Value</th><th scope=\"col\">Since</th><th scope=\"col\">By</th></tr></thead><tbody>");
        for (Property property : content.schema().properties(type, false)) {
            for (Version version : shown.history(property.name())) {
                html.append("<tr><td>")
                        .append(Html.escaped(property.label()))
                        .append("</td><td>")
                        .append(Html.escaped(version.value()))
                        .append("</td><td>")
                        .append(Instant.ofEpochMilli(version.at()))
                        .append("</td><td>")
                        .append(Html.escaped(version.source().type()))
                        .append("</td></tr>");
            }
        }
        return html.append("</tbody></table>").toString();
    }
}
