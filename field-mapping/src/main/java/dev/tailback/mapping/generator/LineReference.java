package dev.tailback.mapping.generator;

import java.util.List;

/** The usage's way to its line: the master where that can be, otherwise a lookup that holds the line. */
final class LineReference {

    private LineReference() {}

    static List<Tag> tags(Plan plan) {
        return plan.isDetail() ? masterDetail(plan) : lookup(plan);
    }

    private static List<Tag> masterDetail(Plan plan) {
        return List.of(
                Tag.of(
                        "description",
                        "The line whose units are used. Re-parentable only because an upsert repeats it, and "
                                + "Salesforce refuses a record that carries a field that cannot be updated; the rule "
                                + "Identity_Never_Changes freezes it."),
                label(plan),
                Tag.of("referenceTo", plan.line().name()),
                Tag.of("relationshipLabel", plan.label()),
                Tag.of("relationshipName", children(plan)),
                Tag.of("relationshipOrder", 0),
                Tag.of("reparentableMasterDetail", true),
                Tag.of("type", "MasterDetail"),
                Tag.of("writeRequiresMasterRead", true));
    }

    private static List<Tag> lookup(Plan plan) {
        return List.of(
                Tag.of("deleteConstraint", "Restrict"),
                Tag.of(
                        "description",
                        "The line whose units are used. The line cannot be deleted while it has usage; the "
                                + "rule Identity_Never_Changes keeps usage at its line."),
                label(plan),
                Tag.of("referenceTo", plan.line().name()),
                Tag.of("relationshipLabel", plan.label()),
                Tag.of("relationshipName", children(plan)),
                Tag.of("required", true),
                Tag.of("type", "Lookup"));
    }

    private static Tag label(Plan plan) {
        return Tag.of("label", Words.label(plan.line().label()));
    }

    private static String children(Plan plan) {
        return plan.base().endsWith("s") ? plan.base() : plan.base() + "s";
    }
}
