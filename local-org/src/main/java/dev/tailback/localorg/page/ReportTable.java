package dev.tailback.localorg.page;

import dev.tailback.localorg.metadata.Report;
import dev.tailback.localorg.page.ReportRows.Cell;
import dev.tailback.localorg.rows.Row;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The rows of a report in groups, with the sums of each group and of all: over every page, not only the one shown. */
record ReportTable(Reading reading, Report report, ReportRows rows) {
    private static final int MONTH = "2026-01".length();

    /** A column of the report, and whether it is summed. */
    private record Shown(Cell cell, boolean summed) {
        Column column() {
            return new Column(cell.field());
        }
    }

    String html(String asked) {
        List<List<Row>> all = rows.meeting(report).stream().sorted(inGroups()).toList();
        if (all.isEmpty()) {
            return "<p>No row meets this report.</p>";
        }
        Paged<List<Row>> page = Paged.of(all, asked);
        List<Shown> columns = columns();
        return "<table><caption>Rows " + page.range() + "</caption>" + head(columns) + "<tbody>"
                + body(columns, all, page.shown()) + "</tbody><tfoot>" + sums("Sum of all", columns, all)
                + "</tfoot></table>" + page.links("/reports/" + report.folder() + "/" + report.name(), Map.of());
    }

    private List<Shown> columns() {
        return report.columns().stream()
                .flatMap(column -> rows.cell(column.field()).map(cell -> new Shown(cell, column.summed())).stream())
                .toList();
    }

    private Comparator<List<Row>> inGroups() {
        Comparator<List<Row>> order = Comparator.comparingInt(path -> 0);
        for (Report.Group group : report.groups()) {
            Comparator<List<Row>> by = Comparator.comparing(path -> key(group, path));
            order = order.thenComparing(group.descending() ? by.reversed() : by);
        }
        return order;
    }

    private static String head(List<Shown> columns) {
        return columns.stream()
                .map(Shown::column)
                .map(column -> "<th scope=\"col\"" + (column.isNumber() ? " class=\"number\">" : ">")
                        + Html.escaped(column.label()) + "</th>")
                .collect(Collectors.joining("", "<thead><tr>", "</tr></thead>"));
    }

    private String body(List<Shown> columns, List<List<Row>> all, List<List<Row>> shown) {
        Map<String, List<List<Row>>> groups = all.stream().collect(Collectors.groupingBy(this::title));
        StringBuilder html = new StringBuilder();
        String last = "";
        for (List<Row> path : shown) {
            String title = title(path);
            if (!title.equals(last)) {
                html.append(group(title, columns, groups.getOrDefault(title, List.of())));
                last = title;
            }
            html.append("<tr>");
            columns.forEach(column -> html.append(Table.cell(
                    column.column(),
                    reading.html(path.get(column.cell().place()), column.cell().field()))));
            html.append("</tr>");
        }
        return html.toString();
    }

    private String group(String title, List<Shown> columns, List<List<Row>> paths) {
        return "<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"" + columns.size() + "\">" + Html.escaped(title)
                + " <small>" + "%,d rows".formatted(paths.size()) + "</small></th></tr>"
                + sums("Sum", columns, paths);
    }

    /** Of all groups that a row stands in; empty in a report without groups. */
    private String title(List<Row> path) {
        return report.groups().stream()
                .map(group -> key(group, path))
                .map(key -> key.isEmpty() ? "none" : key)
                .collect(Collectors.joining(" › "));
    }

    private String key(Report.Group group, List<Row> path) {
        String words = rows.cell(group.field())
                .map(cell -> reading.words(path.get(cell.place()), cell.field()))
                .orElse("");
        return group.byMonth() && words.length() > MONTH ? words.substring(0, MONTH) : words;
    }

    private String sums(String name, List<Shown> columns, List<List<Row>> paths) {
        StringBuilder html = new StringBuilder("<tr class=\"sum\">");
        for (int place = 0; place < columns.size(); place++) {
            Shown column = columns.get(place);
            String text = column.summed() ? sum(column.cell(), paths) : place == 0 ? name : "";
            html.append(Table.cell(column.column(), text));
        }
        return html.append("</tr>").toString();
    }

    private String sum(Cell cell, List<List<Row>> paths) {
        BigDecimal sum = paths.stream()
                .map(path -> (BigDecimal) cell.value(reading, path))
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return Html.escaped(Reading.text(cell.field(), sum));
    }
}
