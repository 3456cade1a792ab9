package dev.tailback.mapping.generator;

import java.util.ArrayList;
import java.util.List;

/** Who may do what: one user writes usage, sales and finance read it, and no set may delete. */
final class PermissionSets {

    private final Plan plan;
    private final Grants grants;

    private PermissionSets(Plan plan) {
        this.plan = plan;
        this.grants = new Grants(plan);
    }

    static List<SourceFile> of(Plan plan) {
        PermissionSets sets = new PermissionSets(plan);
        return List.of(
                sets.integration(),
                sets.reading("Sales", "For sales: sees what is consumed and what is left."),
                sets.reading("Finance", "For finance: sees the usage to invoice."));
    }

    private SourceFile integration() {
        List<Tag> tags = granted(true);
        tags.add(Tag.with("userPermissions", Tag.of("enabled", true), Tag.of("name", "ApiEnabled")));
        return file(
                "Integration",
                "For the one user Tailback signs in as: reads what was sold, writes usage, deletes nothing.",
                tags);
    }

    private SourceFile reading(String who, String description) {
        List<Tag> tags = granted(false);
        if (plan.isUsageNew()) {
            tags.add(Tag.with("tabSettings", Tag.of("tab", plan.usage()), Tag.of("visibility", "Visible")));
        }
        return file(who, description, tags);
    }

    private SourceFile file(String who, String description, List<Tag> tags) {
        tags.add(Tag.of("description", description));
        tags.add(Tag.of("hasActivationRequired", false));
        tags.add(Tag.of("label", plan.label() + " " + who));
        return SourceFile.of(
                "permissionsets", plan.base() + "_" + who, "permissionset", MetadataXml.of("PermissionSet", tags));
    }

    private List<Tag> granted(boolean writesUsage) {
        List<Tag> tags = new ArrayList<>();
        grants.fields()
                .forEach((field, isWritten) -> tags.add(Tag.with(
                        "fieldPermissions",
                        Tag.of("editable", writesUsage && isWritten),
                        Tag.of("field", field),
                        Tag.of("readable", true))));
        grants.objects().forEach(object -> tags.add(object(object, false)));
        tags.add(object(plan.usage(), writesUsage));
        return tags;
    }

    private static Tag object(String name, boolean isWritten) {
        return Tag.with(
                "objectPermissions",
                Tag.of("allowCreate", isWritten),
                Tag.of("allowDelete", false),
                Tag.of("allowEdit", isWritten),
                Tag.of("allowRead", true),
                Tag.of("modifyAllRecords", false),
                Tag.of("object", name),
                Tag.of("viewAllRecords", false));
    }
}
