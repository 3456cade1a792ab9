package dev.tailback.mapping.generator;

import dev.tailback.mapping.Idea;
import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.schema.OrgField;
import java.util.ArrayList;
import java.util.List;

/** What the line and the contract count of their details, and what is left. */
final class LineCounts {

    private final Plan plan;
    private final Mapping mapping;

    private LineCounts(Plan plan) {
        this.plan = plan;
        this.mapping = plan.mapping();
    }

    /** Empty for usage that is tied by a lookup: Salesforce rolls up details only. */
    static List<FieldFile> of(Plan plan) {
        LineCounts counts = new LineCounts(plan);
        List<FieldFile> fields = new ArrayList<>();
        if (plan.isDetail()) {
            fields.add(counts.consumed());
            fields.add(counts.usageCount());
        }
        plan.mapping()
                .find(Idea.AVAILABLE)
                .filter(LineCounts::isOwn)
                .ifPresent(name -> fields.add(counts.available(name)));
        if (plan.isCountedOnContract()) {
            fields.add(counts.unitsConsumed());
        }
        return fields;
    }

    private FieldFile consumed() {
        return FieldFile.of(
                plan.line().name(),
                mapping.field(Idea.CONSUMED),
                Tag.of("description", "Units consumed: the sum of all usage that is not cancelled."),
                Tag.of("label", "Consumed"),
                Tag.of("summarizedField", usage(Idea.UNITS)),
                Tag.with(
                        "summaryFilterItems",
                        Tag.of("field", usage(Idea.CANCELLED)),
                        Tag.of("operation", "equals"),
                        Tag.of("value", "False")),
                Tag.of("summaryForeignKey", usage(Idea.CONTRACT_PRODUCT)),
                Tag.of("summaryOperation", "sum"),
                Tag.of("type", "Summary"));
    }

    private FieldFile usageCount() {
        return FieldFile.of(
                plan.line().name(),
                plan.usageCount(),
                Tag.of(
                        "description",
                        "How many usage rows this line has, cancelled ones included. Watched by a rule, so "
                                + "that no usage of a fulfilled contract is deleted."),
                Tag.of("label", "Usage Rows"),
                Tag.of("summaryForeignKey", usage(Idea.CONTRACT_PRODUCT)),
                Tag.of("summaryOperation", "count"),
                Tag.of("type", "Summary"));
    }

    private FieldFile available(String name) {
        OrgField sold = plan.reached(plan.line(), Idea.UNITS_SOLD);
        return FieldFile.of(
                plan.line().name(),
                name,
                Tag.of("description", "Units sold that are not consumed yet. Negative when more was used than sold."),
                Tag.of("formula", mapping.field(Idea.UNITS_SOLD) + " - " + mapping.field(Idea.CONSUMED)),
                Tag.of("formulaTreatBlanksAs", "BlankAsZero"),
                Tag.of("label", "Available"),
                Tag.of("precision", 18),
                Tag.of("required", false),
                Tag.of("scale", sold.scale()),
                Tag.of("type", "Number"),
                Tag.of("unique", false));
    }

    private FieldFile unitsConsumed() {
        String line = plan.line().name();
        return FieldFile.of(
                plan.contract().name(),
                mapping.field(Idea.UNITS_CONSUMED),
                Tag.of(
                        "description",
                        "Units consumed on all lines. It also makes every usage save lock and re-check this "
                                + "record, so that fulfilling and a racing usage are decided one after the other."),
                Tag.of("label", "Units Consumed"),
                Tag.of("summarizedField", line + "." + mapping.field(Idea.CONSUMED)),
                Tag.of("summaryForeignKey", line + "." + mapping.field(Idea.CONTRACT)),
                Tag.of("summaryOperation", "sum"),
                Tag.of("type", "Summary"));
    }

    private String usage(Idea idea) {
        return plan.usage() + "." + mapping.field(idea);
    }

    private static boolean isOwn(String path) {
        return !path.contains(".");
    }
}
