package dev.tailback.localorg.metadata;

import java.util.ArrayList;
import java.util.List;

/** How the page of a row is arranged: sections of fields, then lists of rows that point to it. */
public record PageLayout(String object, List<Section> sections, List<RelatedList> relatedLists) {

    /** @param fields in reading order: the first of each column, then the second of each */
    public record Section(String label, List<String> fields) {}

    /**
     * @param object whose rows are listed
     * @param reference its field that points to the row
     */
    public record RelatedList(String object, String reference, List<String> fields) {}

    static PageLayout read(SourceFile file) {
        XmlElement xml = XmlElement.read(file, "Layout");
        int dash = file.componentName().indexOf('-');
        if (dash < 1) {
            throw file.broken("a layout is named Object-Layout Name");
        }
        return new PageLayout(
                file.componentName().substring(0, dash),
                xml.children("layoutSections").stream().map(PageLayout::section).toList(),
                xml.children("relatedLists").stream()
                        .filter(list -> list.required("relatedList").contains("."))
                        .map(PageLayout::relatedList)
                        .toList());
    }

    private static Section section(XmlElement xml) {
        List<List<String>> columns = xml.children("layoutColumns").stream()
                .map(column -> column.children("layoutItems").stream()
                        .flatMap(item -> item.text("field").stream())
                        .toList())
                .toList();
        List<String> fields = new ArrayList<>();
        int longest = columns.stream().mapToInt(List::size).max().orElse(0);
        for (int row = 0; row < longest; row++) {
            for (List<String> column : columns) {
                if (row < column.size()) {
                    fields.add(column.get(row));
                }
            }
        }
        return new Section(xml.text("label").orElse(""), List.copyOf(fields));
    }

    private static RelatedList relatedList(XmlElement xml) {
        String[] path = xml.required("relatedList").split("\\.", 2);
        return new RelatedList(path[0], path[1], xml.texts("fields"));
    }
}
