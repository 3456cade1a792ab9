package dev.tailback.localorg.page;

import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.PageLayout;
import dev.tailback.localorg.metadata.Picklist;
import dev.tailback.localorg.metadata.Views;
import dev.tailback.localorg.rows.Row;
import dev.tailback.localorg.users.Person;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One row as its layout arranges it: fields, values to pick, and the rows that point to it. */
record RecordPage(Views views) {

    String html(Reading reading, Row row, String refusal) {
        StringBuilder html = new StringBuilder();
        if (!refusal.isEmpty()) {
            html.append("<p class=\"refusal\" role=\"alert\">")
                    .append(Html.escaped(refusal))
                    .append("</p>");
        }
        Optional<PageLayout> layout = views.layoutOf(row.type());
        html.append(layout.map(chosen -> sections(reading, row, chosen)).orElseGet(() -> fields(reading, row)));
        row.type().fields().stream()
                .filter(field -> field.isCustom()
                        && field.picklist().filter(Picklist::restricted).isPresent())
                .forEach(field -> html.append(choices(row, field)));
        return html.append(new RelatedLists(views, reading).html(row)).toString();
    }

    private static String sections(Reading reading, Row row, PageLayout layout) {
        return layout.sections().stream()
                .map(section -> "<section><h2>" + Html.escaped(section.label()) + "</h2>"
                        + fields(reading, row, Column.named(row.type(), section.fields()), true) + "</section>")
                .collect(Collectors.joining());
    }

    /** Without a layout: what the project added first, and nothing that is blank. */
    private static String fields(Reading reading, Row row) {
        List<Field> fields = row.type().fields().stream()
                .filter(field -> !field.name().equals("IsDeleted"))
                .sorted((one, other) -> Boolean.compare(other.isCustom(), one.isCustom()))
                .toList();
        return fields(reading, row, Column.of(fields), false);
    }

    private static String fields(Reading reading, Row row, List<Column> columns, boolean blankToo) {
        StringBuilder html = new StringBuilder("<dl>");
        for (Column column : columns) {
            String value = reading.html(row, column.field());
            if (blankToo || !value.isEmpty()) {
                html.append("<div><dt>").append(Html.escaped(column.label())).append("</dt><dd>");
                html.append(value.isEmpty() ? "–" : value).append("</dd></div>");
            }
        }
        return html.append("</dl>").toString();
    }

    /** Everyone but the integration gets a button, because who may do it is the org's decision. */
    private static String choices(Row row, Field field) {
        StringBuilder html = new StringBuilder("<section class=\"choices\"><h2>Change ");
        html.append(Html.escaped(field.label())).append("</h2>");
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
        return "<form method=\"post\" action=\"/records/" + row.id() + "\">" + Html.hidden("field", field.name())
                + Html.hidden("value", value.name()) + Html.hidden("as", person.word()) + "<button>Set to "
                + Html.escaped(value.label()) + " <small>as " + person.word() + "</small></button></form>";
    }
}
