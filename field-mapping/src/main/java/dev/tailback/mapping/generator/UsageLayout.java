package dev.tailback.mapping.generator;

import dev.tailback.mapping.Idea;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The page of a usage record. */
final class UsageLayout {

    private static final List<String> SWITCHED_OFF = List.of(
            "showEmailCheckbox",
            "showHighlightsPanel",
            "showInteractionLogPanel",
            "showRunAssignmentRulesCheckbox",
            "showSubmitAndAttachButton");

    private final Plan plan;

    private UsageLayout(Plan plan) {
        this.plan = plan;
    }

    static SourceFile of(Plan plan) {
        List<Tag> tags = new ArrayList<>(new UsageLayout(plan).sections());
        SWITCHED_OFF.forEach(name -> tags.add(Tag.of(name, false)));
        return SourceFile.of(
                "layouts", plan.usage() + "-" + plan.label() + " Layout", "layout", MetadataXml.of("Layout", tags));
    }

    private List<Tag> sections() {
        Optional<String> amount = UsageAmount.of(plan).map(FieldFile::name);
        return List.of(
                section(
                        "Usage",
                        column(List.of(fixed("Name"), item(Idea.UNITS, "Edit"), amount.map(UsageLayout::readonly))),
                        column(List.of(
                                item(Idea.CONTRACT_PRODUCT, "Required"), item(Idea.CANCELLED, "Edit"), locked()))),
                section(
                        "Ad",
                        column(List.of(
                                item(Idea.AD_TITLE, "Edit"),
                                item(Idea.AD_REFERENCE, "Edit"),
                                item(Idea.AD_LINK, "Edit"))),
                        column(List.of(item(Idea.SERVICE_DATE, "Edit"), item(Idea.CUSTOMER_REFERENCE, "Edit")))),
                section(
                        "Reported by the service app",
                        column(List.of(item(Idea.EXTERNAL_ID, "Required"))),
                        column(List.of(item(Idea.VERSION, "Edit")))),
                section(
                        "System Information",
                        column(List.of(fixed("CreatedById"))),
                        column(List.of(fixed("LastModifiedById")))));
    }

    private static Tag section(String label, Tag left, Tag right) {
        return Tag.with(
                "layoutSections",
                Tag.of("customLabel", true),
                Tag.of("detailHeading", true),
                Tag.of("editHeading", true),
                Tag.of("label", label),
                left,
                right,
                Tag.of("style", "TwoColumnsTopToBottom"));
    }

    private static Tag column(List<Optional<Tag>> items) {
        return Tag.with(
                "layoutColumns", items.stream().flatMap(Optional::stream).toList());
    }

    private Optional<Tag> item(Idea idea, String behaviour) {
        return plan.mapping().find(idea).map(field -> item(field, behaviour));
    }

    private Optional<Tag> locked() {
        return item(Idea.LOCKED, "Readonly");
    }

    private static Optional<Tag> fixed(String field) {
        return Optional.of(readonly(field));
    }

    private static Tag readonly(String field) {
        return item(field, "Readonly");
    }

    private static Tag item(String field, String behaviour) {
        return Tag.with("layoutItems", Tag.of("behavior", behaviour), Tag.of("field", field));
    }
}
