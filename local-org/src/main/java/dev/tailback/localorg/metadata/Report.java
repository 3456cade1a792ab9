package dev.tailback.localorg.metadata;

import java.util.List;

/**
 * A report: rows of its type that meet all criteria, in groups, with sums.
 *
 * @param type the name of its report type
 */
public record Report(
        String folder,
        String name,
        String label,
        String description,
        String type,
        List<Column> columns,
        List<Criterion> criteria,
        List<Group> groups) {

    /** @param field such as {@code Contract.Contract_Products__r$Units_Sold__c} */
    public record Column(String field, boolean summed) {}

    /** Rows of one value stand together; a date or a time by its month where the file says so. */
    public record Group(String field, boolean byMonth, boolean descending) {}

    static Report read(SourceFile file) {
        XmlElement xml = XmlElement.read(file, "Report");
        return new Report(
                file.folder(1),
                file.componentName(),
                xml.required("name"),
                xml.text("description").orElse(""),
                xml.required("reportType"),
                xml.children("columns").stream()
                        .map(column -> new Column(
                                column.required("field"),
                                column.texts("aggregateTypes").contains("Sum")))
                        .toList(),
                xml.child("filter").stream()
                        .flatMap(filter -> filter.children("criteriaItems").stream())
                        .map(criterion -> Criterion.of(criterion, "column", "operator"))
                        .toList(),
                xml.children("groupingsDown").stream().map(Report::group).toList());
    }

    private static Group group(XmlElement xml) {
        return new Group(
                xml.required("field"),
                xml.text("dateGranularity").filter("Month"::equals).isPresent(),
                xml.text("sortOrder").filter("Desc"::equals).isPresent());
    }
}
