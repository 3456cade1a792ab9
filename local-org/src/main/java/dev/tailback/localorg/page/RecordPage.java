package dev.tailback.localorg.page;

import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.Picklist;
import dev.tailback.localorg.rows.Row;
import dev.tailback.localorg.users.Person;
import java.util.Comparator;
import java.util.List;

/** One row: its fields, values to pick, its details, and their details. */
final class RecordPage {

    String html(Reading reading, Row row, String refusal) {
        StringBuilder html = new StringBuilder();
        if (!refusal.isEmpty()) {
            html.append("<p class=\"refusal\" role=\"alert\">")
                    .append(Layout.escaped(refusal))
                    .append("</p>");
        }
        html.append("<h2>").append(Layout.escaped(reading.name(row))).append("</h2>");
        html.append(fields(reading, row));
        row.type().fields().stream()
                .filter(field -> field.isCustom()
                        && field.picklist().filter(Picklist::restricted).isPresent())
                .forEach(field -> html.append(choices(reading, row, field)));
        details(reading, row).forEach(field -> html.append(detail(reading, row, field)));
        return html.toString();
    }

    private static String fields(Reading reading, Row row) {
        StringBuilder html = new StringBuilder("<dl>");
        for (Field field : row.type().fields()) {
            String value = reading.html(row, field);
            if (!value.isEmpty() && !field.name().equals("IsDeleted")) {
                html.append("<div><dt>").append(Layout.escaped(field.label())).append("</dt><dd>");
                html.append(value).append("</dd></div>");
            }
        }
        return html.append("</dl>").toString();
    }

    /** Everyone but the integration gets a button, because who may do it is the org's decision. */
    private static String choices(Reading reading, Row row, Field field) {
        StringBuilder html = new StringBuilder("<section class=\"choices\"><h3>Change ");
        html.append(Layout.escaped(field.label())).append("</h3>");
        Object now = row.value(field.index());
        field.picklist().orElseThrow().values().stream()
                .filter(value -> !value.name().equals(now))
                .forEach(value -> {
                    for (Person person : List.of(Person.FINANCE, Person.SALES, Person.ADMIN)) {
                        html.append(button(row, field, value, person));
                    }
                });
        return html.append("</section>").toString();
    }

    private static String button(Row row, Field field, Picklist.Value value, Person person) {
        return "<form method=\"post\" action=\"/records/" + row.id() + "\">" + hidden("field", field.name())
                + hidden("value", value.name()) + hidden("as", person.word()) + "<button>Set to "
                + Layout.escaped(value.label()) + " <small>as " + person.word() + "</small></button></form>";
    }

    private static String hidden(String name, String value) {
        return "<input type=\"hidden\" name=\"" + name + "\" value=\"" + Layout.escaped(value) + "\">";
    }

    private static List<Field> details(Reading reading, Row row) {
        return reading.org().schema().referencesTo(row.type()).stream()
                .filter(field -> !field.name().endsWith("ById")
                        && field.reference().orElseThrow().childName().isPresent())
                .sorted(Comparator.comparing(field -> !field.isMaster()))
                .toList();
    }

    private static String detail(Reading reading, Row row, Field reference) {
        List<Row> rows = reading.reader().snapshot().children(reference, row.id()).stream()
                .filter(child -> !child.isDeleted())
                .toList();
        var type = reading.org().schema().known(reference.object());
        if (rows.isEmpty()) {
            return reference.isMaster() ? "<h3>" + Layout.escaped(type.pluralLabel()) + "</h3><p>None yet.</p>" : "";
        }
        StringBuilder html = new StringBuilder("<h3>" + Layout.escaped(type.pluralLabel()) + "</h3>");
        html.append(ListPage.table(reading, Columns.of(type, reference), rows));
        if (reference.isMaster()) {
            rows.forEach(child -> details(reading, child).stream()
                    .filter(Field::isMaster)
                    .forEach(inner -> html.append(inner(reading, child, inner))));
        }
        return html.toString();
    }

    private static String inner(Reading reading, Row row, Field reference) {
        List<Row> rows = reading.reader().snapshot().children(reference, row.id()).stream()
                .filter(child -> !child.isDeleted())
                .toList();
        if (rows.isEmpty()) {
            return "";
        }
        var type = reading.org().schema().known(reference.object());
        return "<h4>" + Layout.escaped(type.pluralLabel()) + " of " + reading.link(row) + "</h4>"
                + ListPage.table(reading, Columns.of(type, reference), rows);
    }
}
