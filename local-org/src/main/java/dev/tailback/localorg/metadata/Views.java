package dev.tailback.localorg.metadata;

import java.util.List;
import java.util.Optional;

/** What a project shows to people, loaded once and never changed. The pages execute it; REST does not answer for it. */
public record Views(
        List<PageLayout> layouts, List<ListView> listViews, List<ReportType> reportTypes, List<Report> reports) {

    public static final Views NONE = new Views(List.of(), List.of(), List.of(), List.of());

    /** The first by name, because no profile chooses here. */
    public Optional<PageLayout> layoutOf(ObjectType type) {
        return layouts.stream()
                .filter(layout -> layout.object().equals(type.name()))
                .findFirst();
    }

    public List<ListView> listViewsOf(ObjectType type) {
        return listViews.stream()
                .filter(view -> view.object().equals(type.name()))
                .toList();
    }

    /** @param name as a report names it, with the {@code __c} that its file does not have */
    public Optional<ReportType> reportType(String name) {
        return reportTypes.stream()
                .filter(type -> name.equals(type.name() + "__c"))
                .findFirst();
    }
}
