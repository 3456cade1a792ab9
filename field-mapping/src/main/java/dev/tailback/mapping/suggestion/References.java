package dev.tailback.mapping.suggestion;

import dev.tailback.mapping.Idea;
import dev.tailback.mapping.schema.OrgField;
import dev.tailback.mapping.schema.OrgObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Candidates that go by relationships: parents, the customer, and names over a lookup. */
record References(Likeness likeness, OrgObject object, List<String> above) {

    private static final String ACCOUNT = "Account";
    private static final String PRODUCT = "Product2";
    private static final double ANOTHER = 0.57;

    /** Lookups to the object of the part above. */
    List<Scored> parents(Idea idea, OrgObject above) {
        List<OrgField> lookups =
                references().filter(field -> pointsTo(field, above.name())).toList();
        return lookups.stream()
                .filter(field -> Fitting.of(idea, field) > 0)
                .map(field -> parent(idea, field, above, lookups.size() == 1))
                .toList();
    }

    private Scored parent(Idea idea, OrgField field, OrgObject above, boolean isOnly) {
        Likeness.Found found = likeness.of(
                field.name(), field.label(), likeness.wording().vocabulary().of(idea));
        double named = isNamedFor(field, above) ? 0.2 : 0;
        double required = field.isNillable() ? 0 : 0.05;
        double score = isOnly ? 0.95 : 0.6 + named + required + 0.1 * found.score();
        return new Scored(field.name(), field, score, List.of(new Reason(Why.POINTS_TO, above.name())));
    }

    private boolean isNamedFor(OrgField field, OrgObject above) {
        List<String> words = likeness.wording().words(field.name());
        return likeness.wording()
                .words(above.name())
                .containsAll(words.stream().filter(word -> !word.equals("id")).toList());
    }

    /** Lookups to an account, or to what a package keeps in its place. */
    List<Scored> customers() {
        return references().flatMap(field -> customer(field).stream()).toList();
    }

    private Optional<Scored> customer(OrgField field) {
        double target = field.referenceTo().stream()
                .mapToDouble(this::customerLike)
                .max()
                .orElse(0);
        if (target == 0) {
            return Optional.empty();
        }
        Likeness.Found found = likeness.of(
                field.name(), field.label(), likeness.wording().vocabulary().of(Idea.CUSTOMER));
        boolean isOther = likeness.isAgainst(field.name(), field.label(), Idea.CUSTOMER);
        double score = target * (0.65 + 0.35 * found.score()) * (isOther ? 0.5 : 1);
        return Optional.of(new Scored(field.name(), field, score, found.reasons())
                .plus(0, new Reason(Why.POINTS_TO, String.join(", ", field.referenceTo()))));
    }

    private double customerLike(String object) {
        if (object.equals(ACCOUNT)) {
            return 1;
        }
        boolean isCustomer = likeness.wording().words(object).stream()
                .anyMatch(
                        word -> likeness.wording().vocabulary().conceptsOf(word).contains("customer"));
        return isCustomer ? 0.75 : 0;
    }

    /** The name of what a lookup points to, for each lookup that is a candidate. */
    List<Scored> names(List<Scored> lookups) {
        return lookups.stream().flatMap(lookup -> name(lookup).stream()).toList();
    }

    private Optional<Scored> name(Scored lookup) {
        return lookup.field()
                .relationshipName()
                .map(relationship -> new Scored(
                        relationship + ".Name",
                        lookup.field(),
                        lookup.score(),
                        List.of(new Reason(Why.OVER, lookup.path()))));
    }

    /** Lookups to a product, or to what is called as one. */
    List<Scored> products() {
        return references().flatMap(field -> product(field).stream()).toList();
    }

    private Optional<Scored> product(OrgField field) {
        Likeness.Found byName = likeness.of(
                field.name(), field.label(), likeness.wording().vocabulary().of(Idea.PRODUCT));
        boolean isProduct = pointsTo(field, PRODUCT);
        double byTarget = field.referenceTo().stream()
                .mapToDouble(target -> likeness.of(
                                target, target, likeness.wording().vocabulary().of(Idea.PRODUCT))
                        .score())
                .max()
                .orElse(0);
        double score = isProduct ? 0.9 + 0.05 * byName.score() : Math.min(byName.score(), byTarget) * 0.85;
        double other = isOfAnother(field) ? ANOTHER : 0;
        return score + other == 0
                ? Optional.empty()
                : Optional.of(new Scored(field.name(), field, Math.max(score, other), byName.reasons()));
    }

    /** What a line points to beside its contract is perhaps what was sold, as a Course__c. */
    private boolean isOfAnother(OrgField field) {
        return field.referenceTo().stream().anyMatch(target -> target.endsWith("__c"))
                && field.referenceTo().stream()
                        .noneMatch(target -> above.contains(target) || target.equals(object.name()))
                && !likeness.isAgainst(field.name(), field.label(), Idea.PRODUCT);
    }

    private Stream<OrgField> references() {
        return object.fields().stream().filter(field -> field.type().equals("reference"));
    }

    private static boolean pointsTo(OrgField field, String object) {
        return field.referenceTo().stream().anyMatch(target -> target.equalsIgnoreCase(object));
    }
}
