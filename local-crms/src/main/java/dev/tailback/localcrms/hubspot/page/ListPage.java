package dev.tailback.localcrms.hubspot.page;

import dev.tailback.localcrms.http.Call;
import dev.tailback.localcrms.hubspot.records.Content;
import dev.tailback.localcrms.hubspot.records.CrmRecord;
import dev.tailback.localcrms.hubspot.schema.ObjectType;
import java.util.List;
import java.util.Locale;

/** The records of an object, 50 at a time, with those that hold a text. */
record ListPage(ObjectType type, String find, boolean archived, long after) {
    private static final int ROWS = 50;

    static ListPage of(ObjectType type, Call call) {
        String after = call.param("after").orElse("0");
        return new ListPage(
                type,
                call.param("find").orElse(""),
                call.param("archived").filter("true"::equals).isPresent(),
                after.matches("\\d{1,18}") ? Long.parseLong(after) : 0);
    }

    String html(Content content) {
        List<CrmRecord> rows = content.records().of(type).tailMap(after, false).values().stream()
                .filter(record -> record.isArchived() == archived)
                .filter(this::holdsText)
                .limit(ROWS + 1L)
                .toList();
        StringBuilder html = new StringBuilder(form());
        html.append("<table><thead><tr>");
        type.shownProperties()
                .forEach(name -> html.append("<th scope=\"col\">").append(name).append("</th>"));
        html.append("</tr></thead><tbody>");
        rows.stream().limit(ROWS).forEach(record -> html.append(row(record)));
        html.append("</tbody></table>");
        if (rows.size() > ROWS) {
            html.append("<p>")
                    .append(Html.link(next(rows.get(ROWS - 1)), "Next page"))
                    .append("</p>");
        }
        return html.toString();
    }

    private boolean holdsText(CrmRecord record) {
        String wanted = find.toLowerCase(Locale.ROOT);
        return wanted.isEmpty()
                || type.searchedProperties().stream()
                        .anyMatch(name -> record.value(name)
                                .orElse("")
                                .toLowerCase(Locale.ROOT)
                                .contains(wanted));
    }

    private String form() {
        return "<form method=\"get\"><label>Find <input name=\"find\" maxlength=\"200\" value=\"" + Html.escaped(find)
                + "\"></label> <button>Find</button></form><p>"
                + Html.link("/" + type.plural() + "/new", "New " + type.singular()) + " "
                + (archived
                        ? Html.link("/" + type.plural(), "Living records")
                        : Html.link("/" + type.plural() + "?archived=true", "Archived records"))
                + "</p>";
    }

    private String row(CrmRecord record) {
        StringBuilder row = new StringBuilder("<tr>");
        String address = "/" + type.plural() + "/" + record.id();
        for (String name : type.shownProperties()) {
            String value = Html.escaped(record.value(name).orElse(""));
            boolean id = name.equals("hs_object_id");
            row.append("<td>").append(id ? Html.link(address, value) : value).append("</td>");
        }
        return row.append("</tr>").toString();
    }

    private String next(CrmRecord last) {
        return "/" + type.plural() + "?after=" + last.id() + "&find=" + Html.encoded(find) + "&archived=" + archived;
    }
}
