package dev.tailback.mapping.generator;

import dev.tailback.mapping.Idea;
import java.util.List;

/** The right to undo a fulfilment, for the few who may. */
final class Reopening {

    private Reopening() {}

    static String permission(Plan plan) {
        return plan.base() + "_Reopen";
    }

    static String label(Plan plan) {
        return plan.label() + " Reopen";
    }

    /** Empty where the fulfilment is computed, so that no rule can keep it. */
    static List<SourceFile> of(Plan plan) {
        if (plan.own(plan.contract(), Idea.FULFILLED).isEmpty()) {
            return List.of();
        }
        String contract = Words.label(plan.contract().label());
        String permission = MetadataXml.of(
                "CustomPermission",
                Tag.of("description", "Undo the fulfilment of a record of " + contract + ", which unlocks its usage."),
                Tag.of("isLicensed", false),
                Tag.of("label", label(plan)));
        String set = MetadataXml.of(
                "PermissionSet",
                Tag.with("customPermissions", Tag.of("enabled", true), Tag.of("name", permission(plan))),
                Tag.of("description", "For the few who may undo a fulfilment. It grants nothing else."),
                Tag.of("hasActivationRequired", false),
                Tag.of("label", label(plan)));
        return List.of(
                SourceFile.of("customPermissions", permission(plan), "customPermission", permission),
                SourceFile.of("permissionsets", permission(plan), "permissionset", set));
    }
}
