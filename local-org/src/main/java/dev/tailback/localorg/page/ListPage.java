package dev.tailback.localorg.page;

import dev.tailback.localorg.metadata.Criterion;
import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.ListView;
import dev.tailback.localorg.metadata.ObjectType;
import dev.tailback.localorg.metadata.Views;
import dev.tailback.localorg.rows.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Rows of one object by one of its list views, all or those that say something, page by page. */
record ListPage(Views views, ObjectType type, Map<String, String> asked) {

    private static final String VIEW = "view";
    private static final String FIND = "find";

    /** The reference and the row it points to: only its details are listed. */
    private static final String BY = "by";

    private static final String OF = "of";

    String html(Reading reading) {
        Optional<ListView> view = view();
        List<Column> columns = view.map(chosen -> Column.named(type, chosen.columns()))
                .filter(chosen -> !chosen.isEmpty())
                .orElseGet(() -> Columns.of(type, Optional.empty()));
        List<Row> rows = rows(reading, columns);
        Paged<Row> page = Paged.of(rows, asked("page"));
        String caption = view.map(ListView::label).orElse(type.pluralLabel()) + ", " + page.range();
        return of(reading)
                + choices(view)
                + search()
                + (rows.isEmpty()
                        ? "<p>No " + Html.escaped(type.pluralLabel()) + " here.</p>"
                        : Table.html(reading, caption, columns, page.shown()) + page.links(path(), parameters()));
    }

    private String path() {
        return "/objects/" + type.name();
    }

    private Map<String, String> parameters() {
        return Map.of(VIEW, asked(VIEW), FIND, asked(FIND), BY, asked(BY), OF, asked(OF));
    }

    private String asked(String name) {
        return asked.getOrDefault(name, "");
    }

    /** The one asked for; otherwise the one that shows all. */
    private Optional<ListView> view() {
        String name = asked(VIEW).isEmpty() ? "All" : asked(VIEW);
        return views.listViewsOf(type).stream()
                .filter(view -> view.name().equals(name))
                .findFirst();
    }

    private List<Row> rows(Reading reading, List<Column> columns) {
        List<Wanted> filters = view().map(ListView::filters).orElse(List.of()).stream()
                .flatMap(filter -> wanted(filter).stream())
                .toList();
        String find = asked(FIND).strip().toLowerCase(Locale.ROOT);
        List<Row> rows = new ArrayList<>();
        all(reading, row -> {
            boolean met = !row.isDeleted()
                    && filters.stream().allMatch(filter -> filter.by(reading.value(row, filter.field())));
            if (met && (find.isEmpty() || says(reading, columns, row, find))) {
                rows.add(row);
            }
        });
        return rows;
    }

    private void all(Reading reading, Consumer<Row> visitor) {
        Optional<Field> reference =
                type.field(asked(BY)).filter(field -> field.reference().isPresent());
        if (reference.isPresent()) {
            reading.reader().snapshot().children(reference.get(), asked(OF)).forEach(visitor);
        } else {
            reading.reader().snapshot().each(type, visitor);
        }
    }

    private Optional<Wanted> wanted(Criterion filter) {
        return Column.field(type, filter.field()).map(field -> new Wanted(field, filter));
    }

    private static boolean says(Reading reading, List<Column> columns, Row row, String find) {
        return columns.stream()
                .anyMatch(column -> reading.words(row, column.field())
                        .toLowerCase(Locale.ROOT)
                        .contains(find));
    }

    private String of(Reading reading) {
        return reading.reader()
                .snapshot()
                .find(asked(OF))
                .map(master -> "<p>Of " + Html.escaped(master.type().label()) + " " + reading.link(master) + "</p>")
                .orElse("");
    }

    private String choices(Optional<ListView> chosen) {
        List<ListView> all = views.listViewsOf(type);
        if (all.isEmpty()) {
            return "";
        }
        StringBuilder html = new StringBuilder("<nav class=\"views\" aria-label=\"List views\">");
        for (ListView view : all) {
            String address = Html.address(path(), Map.of(VIEW, view.name(), BY, asked(BY), OF, asked(OF)));
            String current = chosen.filter(view::equals).isPresent() ? " aria-current=\"page\"" : "";
            html.append("<a href=\"")
                    .append(Html.escaped(address))
                    .append('"')
                    .append(current)
                    .append('>');
            html.append(Html.escaped(view.label())).append("</a> ");
        }
        return html.append("</nav>").toString();
    }

    private String search() {
        return "<search><form class=\"find\" action=\"" + path() + "\"><label for=\"find\">Find in these rows</label> "
                + "<input id=\"find\" name=\"find\" value=\"" + Html.escaped(asked(FIND)) + "\" maxlength=\"200\">"
                + kept(VIEW) + kept(BY) + kept(OF) + " <button>Find</button></form></search>";
    }

    private String kept(String name) {
        return asked(name).isEmpty() ? "" : Html.hidden(name, asked(name));
    }
}
