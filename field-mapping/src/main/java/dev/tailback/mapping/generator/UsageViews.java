package dev.tailback.mapping.generator;

import dev.tailback.mapping.Idea;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What people see of a new usage object: tab, list views, the summary at the top of a record. */
final class UsageViews {

    private static final List<Idea> SHOWN = List.of(
            Idea.AD_REFERENCE,
            Idea.AD_TITLE,
            Idea.AD_LINK,
            Idea.CONTRACT_PRODUCT,
            Idea.UNITS,
            Idea.SERVICE_DATE,
            Idea.CUSTOMER_REFERENCE,
            Idea.CANCELLED,
            Idea.LOCKED);

    private final Plan plan;

    private UsageViews(Plan plan) {
        this.plan = plan;
    }

    static List<SourceFile> of(Plan plan) {
        UsageViews views = new UsageViews(plan);
        List<SourceFile> files = new ArrayList<>();
        files.add(views.list("All", "All " + plan.label(), Optional.empty()));
        files.add(
                views.list("Cancelled_Usage", "Cancelled usage", plan.mapping().find(Idea.CANCELLED)));
        plan.mapping()
                .find(Idea.LOCKED)
                .ifPresent(locked -> files.add(views.list("Locked_Usage", "Locked usage", Optional.of(locked))));
        files.add(views.summary());
        files.add(views.tab());
        files.add(UsageLayout.of(plan));
        return files;
    }

    /** @param flag only rows with this checkbox ticked */
    private SourceFile list(String name, String label, Optional<String> flag) {
        List<Tag> tags = new ArrayList<>();
        tags.add(Tag.of("fullName", name));
        Stream.of(Stream.of("NAME"), fields(), Stream.of("LAST_UPDATE"))
                .flatMap(columns -> columns)
                .forEach(column -> tags.add(Tag.of("columns", column)));
        tags.add(Tag.of("filterScope", "Everything"));
        flag.ifPresent(field -> tags.add(
                Tag.with("filters", Tag.of("field", field), Tag.of("operation", "equals"), Tag.of("value", 1))));
        tags.add(Tag.of("label", label));
        return SourceFile.below(plan.usage(), "listViews", name, "listView", MetadataXml.of("ListView", tags));
    }

    private SourceFile summary() {
        List<Tag> tags = new ArrayList<>();
        tags.add(Tag.of("fullName", UsageObject.SUMMARY));
        fields().forEach(field -> tags.add(Tag.of("fields", field)));
        tags.add(Tag.of("label", "Usage summary"));
        return SourceFile.below(
                plan.usage(),
                "compactLayouts",
                UsageObject.SUMMARY,
                "compactLayout",
                MetadataXml.of("CompactLayout", tags));
    }

    private SourceFile tab() {
        return SourceFile.of(
                "tabs",
                plan.usage(),
                "tab",
                MetadataXml.of(
                        "CustomTab",
                        Tag.of("customObject", true),
                        Tag.of("description", "Units that ads consumed, as the service app reported them."),
                        Tag.of("motif", "Custom46: Postage")));
    }

    private Stream<String> fields() {
        return SHOWN.stream().flatMap(idea -> plan.mapping().find(idea).stream());
    }
}
