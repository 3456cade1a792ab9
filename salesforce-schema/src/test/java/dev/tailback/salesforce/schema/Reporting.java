package dev.tailback.salesforce.schema;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * Report types follow real relationships, reports show columns of their type, dashboards show reports that are there.
 */
final class Reporting {

    private Reporting() {}

    static List<String> faults(Model model) {
        Stream<String> types = model.tree().ofType("ReportType").stream().flatMap(type -> type(model, type).stream());
        Stream<String> reports =
                model.tree().ofType("Report").stream().flatMap(report -> report(model, report).stream());
        Stream<String> dashboards =
                model.tree().ofType("Dashboard").stream().flatMap(dashboard -> dashboard(model, dashboard).stream());
        return Stream.of(types, reports, dashboards).flatMap(all -> all).toList();
    }

    private static List<String> type(Model model, SchemaFile type) {
        Map<String, String> tables = new HashMap<>();
        String base = type.text("baseObject").orElse("");
        tables.put(base, base);
        Optional<Element> join = type.all("join").stream().findFirst();
        String table = base;
        while (join.isPresent()) {
            String relationship = SchemaFile.text(join.get(), "relationship").orElse("");
            Optional<String> child = model.child(tables.get(table), relationship);
            if (child.isEmpty()) {
                return Model.fault(type, "joins an unknown relationship " + table + "." + relationship);
            }
            table = table + "." + relationship;
            tables.put(table, child.get());
            join = SchemaFile.elements(join.get(), "join").stream().findFirst();
        }
        return type.all("sections", "columns").stream()
                .filter(column -> !known(model, tables, column))
                .flatMap(column -> Model.fault(type, "offers an unknown column " + column(column)).stream())
                .toList();
    }

    /** A lookup stands in a report type without the Id of its name: Account for AccountId. */
    private static boolean known(Model model, Map<String, String> tables, Element column) {
        String object = tables.getOrDefault(SchemaFile.text(column, "table").orElse(""), "");
        String field = SchemaFile.text(column, "field").orElse("");
        return model.hasField(object, field) || model.hasField(object, field + "Id");
    }

    private static String column(Element column) {
        return SchemaFile.text(column, "table").orElse("") + "$"
                + SchemaFile.text(column, "field").orElse("");
    }

    private static List<String> report(Model model, SchemaFile report) {
        String type = report.text("reportType").orElse("").replaceFirst("__c$", "");
        Optional<SchemaFile> known = model.tree().ofType("ReportType").stream()
                .filter(file -> file.name().equals(type))
                .findFirst();
        if (known.isEmpty()) {
            return Model.fault(report, "is of an unknown report type " + type);
        }
        Set<String> columns = known.get().all("sections", "columns").stream()
                .map(Reporting::column)
                .collect(Collectors.toSet());
        return used(report)
                .filter(column -> !columns.contains(column))
                .flatMap(column -> Model.fault(report, "shows a column its type does not offer: " + column).stream())
                .toList();
    }

    private static Stream<String> used(SchemaFile report) {
        return Stream.of(
                        report.texts("columns", "field"),
                        report.texts("groupingsDown", "field"),
                        report.texts("filter", "criteriaItems", "column"),
                        report.texts("timeFrameFilter", "dateColumn"))
                .flatMap(List::stream);
    }

    private static List<String> dashboard(Model model, SchemaFile dashboard) {
        return dashboard
                .texts("dashboardGridLayout", "dashboardGridComponents", "dashboardComponent", "report")
                .stream()
                .filter(path -> model.tree().ofType("Report").stream().noneMatch(report -> isAt(report, path)))
                .flatMap(path -> Model.fault(dashboard, "shows an unknown report " + path).stream())
                .toList();
    }

    private static boolean isAt(SchemaFile report, String path) {
        return (report.path().getParent().getFileName() + "/" + report.name()).equals(path);
    }
}
