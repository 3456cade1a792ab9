package dev.tailback.localorg.page;

import dev.tailback.localorg.metadata.Report;
import dev.tailback.localorg.metadata.Views;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reports: their list, and one of them. */
record ReportPage(Views views, Reading reading) {

    String list() {
        if (views.reports().isEmpty()) {
            return "<p>This project brings no reports, or the org was started without them (--views).</p>";
        }
        return views.reports().stream().map(ReportPage::item).collect(Collectors.joining("", "<ul>", "</ul>"));
    }

    private static String item(Report report) {
        return "<li>" + Html.link("/reports/" + report.folder() + "/" + report.name(), report.label()) + " <small>"
                + Html.escaped(report.description()) + "</small></li>";
    }

    Optional<Report> find(String folder, String name) {
        return views.reports().stream()
                .filter(report ->
                        report.folder().equals(folder) && report.name().equals(name))
                .findFirst();
    }

    String html(Report report, String page) {
        Optional<ReportRows> rows = views.reportType(report.type()).flatMap(type -> ReportRows.of(reading, type));
        return "<p>" + Html.escaped(report.description()) + "</p>"
                + rows.map(found -> new ReportTable(reading, report, found).html(page))
                        .orElse("<p>The schema of this org has no such report type.</p>");
    }
}
