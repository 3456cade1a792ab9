package dev.tailback.mapping.generator;

import java.util.ArrayList;
import java.util.List;

/** The usage object itself. */
final class UsageObject {

    static final String SUMMARY = "Usage_Summary";

    private UsageObject() {}

    static SourceFile of(Plan plan) {
        List<Tag> tags = new ArrayList<>(List.of(
                Tag.of("compactLayoutAssignment", SUMMARY),
                Tag.of("deploymentStatus", "Deployed"),
                Tag.of(
                        "description",
                        "Units of one " + plan.line().label() + " that one ad consumed. Written by the "
                                + "integration user of Tailback only; an entry is never deleted, only cancelled."),
                Tag.of("enableActivities", false),
                Tag.of("enableBulkApi", true),
                Tag.of("enableFeeds", false),
                Tag.of("enableHistory", true),
                Tag.of("enableReports", true),
                Tag.of("enableSearch", true),
                Tag.of("enableSharing", true),
                Tag.of("enableStreamingApi", true),
                Tag.of("label", plan.label()),
                number(plan),
                Tag.of("pluralLabel", plan.label())));
        tags.addAll(sharing(plan));
        return SourceFile.of("objects/" + plan.usage(), plan.usage(), "object", MetadataXml.of("CustomObject", tags));
    }

    private static Tag number(Plan plan) {
        return Tag.with(
                "nameField",
                Tag.of("displayFormat", Words.initials(plan.base()) + "-{00000000}"),
                Tag.of("label", plan.label() + " Number"),
                Tag.of("trackHistory", false),
                Tag.of("type", "AutoNumber"));
    }

    /** A detail is shared as its master; with a lookup all may read and the owner, the integration user, writes. */
    private static List<Tag> sharing(Plan plan) {
        return plan.isDetail()
                ? List.of(
                        Tag.of("externalSharingModel", "ControlledByParent"),
                        Tag.of("sharingModel", "ControlledByParent"))
                : List.of(Tag.of("externalSharingModel", "Private"), Tag.of("sharingModel", "Read"));
    }
}
