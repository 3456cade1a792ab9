package dev.tailback.mapping.generator;

import dev.tailback.mapping.Idea;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The promises of a usage row: fence, lock, identity, and values that make sense. */
final class UsageRules {

    private static final List<Idea> IDENTITY = List.of(Idea.CONTRACT_PRODUCT, Idea.EXTERNAL_ID, Idea.AD_REFERENCE);

    /** What one version says; the link to the ad is no content, and may change at any time. */
    private static final List<Idea> CONTENT =
            List.of(Idea.UNITS, Idea.CANCELLED, Idea.AD_TITLE, Idea.SERVICE_DATE, Idea.CUSTOMER_REFERENCE);

    private final Plan plan;

    private UsageRules(Plan plan) {
        this.plan = plan;
    }

    static List<RuleFile> of(Plan plan) {
        UsageRules rules = new UsageRules(plan);
        return List.of(
                rules.lock(),
                rules.fence(),
                rules.reused(),
                rules.identity(),
                rules.uuid(),
                rules.units(),
                rules.version());
    }

    private RuleFile lock() {
        List<String> changes = Stream.concat(
                        Stream.of("ISNEW()"),
                        changes(Stream.concat(
                                                CONTENT.stream(),
                                                Stream.concat(Stream.of(Idea.VERSION), IDENTITY.stream()))
                                        .toList())
                                .stream())
                .toList();
        return rule(
                "Locked_When_Fulfilled",
                "New usage and every change is refused once the contract is fulfilled. Saving the same values again "
                        + "passes, because a send may be repeated after its answer was lost.",
                Formula.all(plan.fulfilled().formula(plan.toLine() + plan.lineToContract()), Formula.any(changes)),
                Optional.empty(),
                "USAGE_LOCKED",
                "The " + contract()
                        + " is fulfilled: its usage is locked. Ask finance to reopen it if this usage must be "
                        + "billed or corrected.");
    }

    private RuleFile fence() {
        String version = field(Idea.VERSION);
        return rule(
                "Version_Never_Falls",
                "The fence: an older version never overwrites a newer one. Nothing else is looked at here, so that "
                        + "stale stands alone.",
                Formula.all("NOT(ISNEW())", version + " < PRIORVALUE(" + version + ")"),
                Optional.of(version),
                "USAGE_STALE",
                "A newer version of this usage is already here; the older one was not saved. Nothing needs to be done.");
    }

    private RuleFile reused() {
        String version = field(Idea.VERSION);
        return rule(
                "Version_Grows_With_Content",
                "One version has one content. A lower version is the business of Version_Never_Falls alone.",
                Formula.all("NOT(ISNEW())", version + " = PRIORVALUE(" + version + ")", Formula.any(changes(CONTENT))),
                Optional.of(version),
                "USAGE_VERSION_REUSED",
                "The units, the cancellation or what is said of the ad changed, but the version did not grow. Change "
                        + "usage in the service app, not here.");
    }

    private RuleFile identity() {
        return rule(
                "Identity_Never_Changes",
                "Usage moves to another line or ad by cancelling one entry and creating another.",
                Formula.all("NOT(ISNEW())", Formula.any(changes(IDENTITY))),
                Optional.empty(),
                "USAGE_IDENTITY",
                "The line, the external id and the ad reference never change after the first save. Cancel this usage and "
                        + "create another one.");
    }

    private RuleFile uuid() {
        String id = field(Idea.EXTERNAL_ID);
        String uuid = Formula.text("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
        return rule(
                "External_Id_Is_A_UUID",
                "Usage that no entry of the service app stands for would be counted and billed by nobody.",
                "NOT(REGEX(" + id + ", " + uuid + "))",
                Optional.of(id),
                "USAGE_EXTERNAL_ID",
                "The external id must be the id of a usage entry in the service app: a UUID in lower case. Create usage "
                        + "there, not here.");
    }

    private RuleFile units() {
        String units = field(Idea.UNITS);
        return rule(
                "Units_Are_Sensible",
                "Units are needed; zero makes sense only for cancelled usage.",
                Formula.any(List.of(
                        "ISBLANK(" + units + ")",
                        units + " < 0",
                        Formula.all(units + " = 0", "NOT(" + field(Idea.CANCELLED) + ")"))),
                Optional.of(units),
                "USAGE_UNITS",
                "Units must be a whole number of 1 or more (0 only when cancelled).");
    }

    private RuleFile version() {
        String version = field(Idea.VERSION);
        return rule(
                "Version_Is_Sensible",
                "Versions begin with 1.",
                Formula.any(List.of("ISBLANK(" + version + ")", version + " < 1")),
                Optional.of(version),
                "USAGE_VERSION",
                "The version must be a whole number of 1 or more.");
    }

    private RuleFile rule(
            String name, String description, String condition, Optional<String> shownAt, String code, String sentence) {
        return new RuleFile(plan.usage(), name, description, condition, shownAt, code, sentence);
    }

    private String field(Idea idea) {
        return plan.mapping().field(idea);
    }

    /** Of those ideas that the mapping has. */
    private List<String> changes(List<Idea> ideas) {
        return ideas.stream()
                .flatMap(idea -> plan.mapping().find(idea).stream())
                .map(Formula::changed)
                .toList();
    }

    private String contract() {
        return Words.label(plan.contract().label());
    }
}
