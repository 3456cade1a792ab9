package dev.tailback.mapping.generator;

import static java.util.Map.entry;

import dev.tailback.mapping.Idea;
import dev.tailback.mapping.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The fields of the usage object, one for each idea that the mapping names. */
final class UsageFields {

    private static final Map<Idea, Function<Plan, List<Tag>>> FIELDS = Map.ofEntries(
            entry(
                    Idea.EXTERNAL_ID,
                    plan -> List.of(
                            Tag.of("caseSensitive", false),
                            Tag.of(
                                    "description",
                                    "Id of the usage entry in the service app (a UUID, lower case): the key of "
                                            + "every upsert."),
                            Tag.of("externalId", true),
                            Tag.of("label", "External Id"),
                            Tag.of("length", 36),
                            Tag.of("required", true),
                            Tag.of("type", "Text"),
                            Tag.of("unique", true))),
            entry(Idea.CONTRACT_PRODUCT, LineReference::tags),
            entry(
                    Idea.UNITS,
                    plan -> number(
                            "Units", "Units used. A whole number, one or more (zero only when cancelled).", plan)),
            entry(
                    Idea.VERSION,
                    plan -> number(
                            "Version",
                            "Version of the entry in the service app, from 1. It grows with every change; an older version is "
                                    + "refused.",
                            plan)),
            entry(
                    Idea.CANCELLED,
                    plan -> List.of(
                            Tag.of("defaultValue", false),
                            Tag.of(
                                    "description",
                                    "A cancelled entry counts no units. Entries are cancelled, never deleted."),
                            Tag.of("label", "Cancelled"),
                            tracked(plan),
                            Tag.of("type", "Checkbox"))),
            entry(
                    Idea.AD_REFERENCE,
                    plan -> text("Ad Reference", 80, "The ad in the service app that used the units.", plan)),
            entry(
                    Idea.AD_TITLE,
                    plan -> text(
                            "Ad Title",
                            200,
                            "What the ad is called in the service app, as of this version of the entry.",
                            plan)),
            entry(
                    Idea.SERVICE_DATE,
                    plan -> List.of(
                            Tag.of(
                                    "description",
                                    "The day on which the customer got what the units paid for, where staff gave "
                                            + "one."),
                            Tag.of("label", "Service Date"),
                            Tag.of("required", false),
                            tracked(plan),
                            Tag.of("type", "Date"))),
            entry(
                    Idea.CUSTOMER_REFERENCE,
                    plan -> text(
                            "Customer Reference",
                            80,
                            "The customer's own reference, such as a purchase order, where staff gave one.",
                            plan)),
            entry(
                    Idea.AD_LINK,
                    plan -> List.of(
                            Tag.of(
                                    "description",
                                    "Opens the ad in the service app. It is an address, no content: it may follow "
                                            + "the service app to another host, even when the usage is locked."),
                            Tag.of("label", "Ad"),
                            Tag.of("required", false),
                            Tag.of("type", "Url"))),
            entry(Idea.LOCKED, UsageFields::locked));

    private UsageFields() {}

    static List<FieldFile> of(Plan plan) {
        List<FieldFile> files = new ArrayList<>();
        for (Idea idea : Idea.of(Part.USAGE)) {
            plan.mapping()
                    .find(idea)
                    .ifPresent(name -> files.add(
                            new FieldFile(plan.usage(), name, tags(idea).apply(plan))));
        }
        return files;
    }

    private static Function<Plan, List<Tag>> tags(Idea idea) {
        Function<Plan, List<Tag>> tags = FIELDS.get(idea);
        if (tags == null) {
            throw new IllegalStateException("nobody has said which field stands for " + idea.path());
        }
        return tags;
    }

    private static List<Tag> number(String label, String description, Plan plan) {
        return List.of(
                Tag.of("description", description),
                Tag.of("label", label),
                Tag.of("precision", 18),
                Tag.of("required", false),
                Tag.of("scale", 0),
                tracked(plan),
                Tag.of("type", "Number"),
                Tag.of("unique", false));
    }

    private static List<Tag> text(String label, int length, String description, Plan plan) {
        return List.of(
                Tag.of("description", description),
                Tag.of("externalId", false),
                Tag.of("label", label),
                Tag.of("length", length),
                Tag.of("required", false),
                tracked(plan),
                Tag.of("type", "Text"),
                Tag.of("unique", false));
    }

    private static List<Tag> locked(Plan plan) {
        return List.of(
                Tag.of(
                        "description",
                        "True when the " + plan.contract().label() + " is fulfilled: nothing of it "
                                + "changes any more."),
                Tag.of("formula", plan.fulfilled().formula(plan.toLine() + plan.lineToContract())),
                Tag.of("formulaTreatBlanksAs", "BlankAsZero"),
                Tag.of("label", "Locked"),
                Tag.of("type", "Checkbox"));
    }

    /** A usage object that was there may keep no history, and then no field of it can. */
    private static Tag tracked(Plan plan) {
        return Tag.of("trackHistory", plan.isUsageNew());
    }
}
