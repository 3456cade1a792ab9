package dev.tailback.localorg.page;

import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.ObjectType;
import dev.tailback.localorg.org.Org;
import dev.tailback.localorg.rows.Row;
import java.util.ArrayList;
import java.util.List;

/** Lists of rows and of objects. */
final class ListPage {
    private static final int MOST_ROWS = 200;

    String objects(Org org) {
        StringBuilder html = new StringBuilder("<ul class=\"cards\">");
        for (ObjectType type : org.schema().objects()) {
            html.append("<li><a href=\"/objects/").append(type.name()).append("\">");
            html.append(Layout.escaped(type.pluralLabel())).append("</a> <small>");
            html.append(Layout.escaped(type.name())).append("</small></li>");
        }
        return html.append("</ul>").toString();
    }

    String rows(Reading reading, ObjectType type) {
        List<Row> rows = new ArrayList<>();
        reading.reader().snapshot().each(type, row -> {
            if (!row.isDeleted()) {
                rows.add(row);
            }
        });
        List<Row> shown = rows.subList(0, Math.min(rows.size(), MOST_ROWS));
        String note = rows.size() > MOST_ROWS ? "<p>The first 200 of " + rows.size() + ".</p>" : "";
        return rows.isEmpty()
                ? "<p>There are no " + Layout.escaped(type.pluralLabel()) + " yet.</p>"
                : note + table(reading, Columns.of(type, null), shown);
    }

    static String table(Reading reading, List<Field> columns, List<Row> rows) {
        StringBuilder html = new StringBuilder("<div class=\"wide\"><table><thead><tr>");
        columns.forEach(field -> html.append(cell("th", field, Layout.escaped(field.label()))));
        html.append("</tr></thead><tbody>");
        for (Row row : rows) {
            html.append("<tr>");
            columns.forEach(field ->
                    html.append(cell("td", field, field.isName() ? reading.link(row) : reading.html(row, field))));
            html.append("</tr>");
        }
        return html.append("</tbody></table></div>").toString();
    }

    private static String cell(String tag, Field field, String content) {
        String kind = field.type().isNumber() ? " class=\"number\"" : "";
        return "<" + tag + kind + ">" + content + "</" + tag + ">";
    }
}
