package dev.tailback.localorg.page;

import dev.tailback.localorg.rows.Row;
import java.util.List;

/** Rows in columns; on a narrow screen each row stands for itself, with its labels. */
final class Table {

    private Table() {}

    static String html(Reading reading, String caption, List<Column> columns, List<Row> rows) {
        StringBuilder html = new StringBuilder("<table><caption>")
                .append(Html.escaped(caption))
                .append("</caption><thead><tr>");
        columns.forEach(column -> html.append("<th scope=\"col\"")
                .append(column.isNumber() ? " class=\"number\">" : ">")
                .append(Html.escaped(column.label()))
                .append("</th>"));
        html.append("</tr></thead><tbody>");
        for (Row row : rows) {
            html.append("<tr>");
            columns.forEach(column -> html.append(cell(column, column.html(reading, row))));
            html.append("</tr>");
        }
        return html.append("</tbody></table>").toString();
    }

    static String cell(Column column, String content) {
        return "<td data-label=\"" + Html.escaped(column.label()) + "\""
                + (column.isNumber() ? " class=\"number\">" : ">") + content + "</td>";
    }
}
