package dev.tailback.localorg.page;

import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.ObjectType;
import dev.tailback.localorg.metadata.PageLayout;
import dev.tailback.localorg.metadata.Views;
import dev.tailback.localorg.rows.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows that point to a row, the newest few of each kind, and below them their own details. */
record RelatedLists(Views views, Reading reading) {
    private static final int MOST = 10;

    String html(Row row) {
        StringBuilder html = new StringBuilder();
        for (Field reference : references(row)) {
            List<Row> rows = newestFirst(row, reference);
            if (!rows.isEmpty() || reference.isMaster()) {
                html.append(list(row, reference, rows, "h2"));
            }
            if (reference.isMaster()) {
                rows.stream()
                        .sorted(Comparator.comparing(Row::id))
                        .limit(MOST)
                        .forEach(child -> html.append(inner(child)));
            }
        }
        return html.toString();
    }

    private String inner(Row row) {
        StringBuilder html = new StringBuilder();
        references(row).stream().filter(Field::isMaster).forEach(reference -> {
            List<Row> rows = newestFirst(row, reference);
            if (!rows.isEmpty()) {
                html.append(list(row, reference, rows, "h3"));
            }
        });
        return html.toString();
    }

    private String list(Row row, Field reference, List<Row> rows, String heading) {
        ObjectType type = reading.org().schema().known(reference.object());
        String title = heading.equals("h2")
                ? Html.escaped(type.pluralLabel())
                : Html.escaped(type.pluralLabel()) + " of " + reading.link(row);
        String begin = "<section><" + heading + ">" + title + "</" + heading + ">";
        if (rows.isEmpty()) {
            return begin + "<p>None yet.</p></section>";
        }
        List<Row> shown = rows.subList(0, Math.min(rows.size(), MOST));
        String caption = rows.size() > MOST
                ? "The newest %d of %,d".formatted(MOST, rows.size())
                : "%,d in all".formatted(rows.size());
        String address = Html.address("/objects/" + type.name(), Map.of("by", reference.name(), "of", row.id()));
        String all = rows.size() > MOST
                ? "<p>" + Html.link(address, "All %,d %s".formatted(rows.size(), type.pluralLabel())) + "</p>"
                : "";
        return begin + Table.html(reading, caption, columns(row, reference, type), shown) + all + "</section>";
    }

    private List<Column> columns(Row row, Field reference, ObjectType type) {
        Optional<PageLayout.RelatedList> chosen = views.layoutOf(row.type()).stream()
                .flatMap(layout -> layout.relatedLists().stream())
                .filter(list ->
                        list.object().equals(type.name()) && list.reference().equals(reference.name()))
                .findFirst();
        return chosen.map(list -> Column.named(type, list.fields()))
                .filter(columns -> !columns.isEmpty())
                .orElseGet(() -> Columns.of(type, Optional.of(reference)));
    }

    private List<Field> references(Row row) {
        return reading.org().schema().referencesTo(row.type()).stream()
                .filter(field -> !field.name().endsWith("ById")
                        && field.reference().orElseThrow().childName().isPresent())
                .sorted(Comparator.comparing(field -> !field.isMaster()))
                .toList();
    }

    private List<Row> newestFirst(Row row, Field reference) {
        List<Row> rows = new ArrayList<>(reading.reader().snapshot().children(reference, row.id()).stream()
                .filter(child -> !child.isDeleted())
                .sorted(Comparator.comparing(Row::id))
                .toList());
        if (rows.size() > MOST) {
            Collections.reverse(rows);
        }
        return rows;
    }
}
