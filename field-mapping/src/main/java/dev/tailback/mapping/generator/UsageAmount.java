package dev.tailback.mapping.generator;

import dev.tailback.mapping.Idea;
import java.util.Optional;

/** What a usage costs, computed where the line has a price. */
final class UsageAmount {

    static final String NAME = "Amount__c";

    private UsageAmount() {}

    static Optional<FieldFile> of(Plan plan) {
        return plan.mapping()
                .find(Idea.UNIT_PRICE)
                .map(price -> FieldFile.of(
                        plan.usage(),
                        NAME,
                        Tag.of(
                                "description",
                                "What the usage costs: units at the price of the line; nothing when cancelled."),
                        Tag.of(
                                "formula",
                                "IF(" + plan.mapping().field(Idea.CANCELLED) + ", 0, "
                                        + plan.mapping().field(Idea.UNITS) + " * " + plan.toLine() + price + ")"),
                        Tag.of("formulaTreatBlanksAs", "BlankAsZero"),
                        Tag.of("label", "Amount"),
                        Tag.of("precision", 18),
                        Tag.of("required", false),
                        Tag.of("scale", 2),
                        Tag.of("type", "Currency")));
    }
}
