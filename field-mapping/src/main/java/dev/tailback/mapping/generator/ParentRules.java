package dev.tailback.mapping.generator;

import dev.tailback.mapping.Idea;
import dev.tailback.mapping.schema.OrgObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the line and the contract no longer allow once the contract is fulfilled. */
final class ParentRules {

    /** The code of rules that speak to people who change what is theirs, and not to Tailback. */
    static final String TO_PEOPLE = "CONTRACT_FULFILLED";

    private final Plan plan;
    private final OrgObject contract;
    private final OrgObject line;

    private ParentRules(Plan plan) {
        this.plan = plan;
        this.contract = plan.contract();
        this.line = plan.line();
    }

    static List<RuleFile> of(Plan plan) {
        ParentRules rules = new ParentRules(plan);
        List<RuleFile> files = new ArrayList<>();
        if (plan.isDetail()) {
            files.add(rules.usageFrozen());
        }
        if (plan.isCountedOnContract()) {
            files.add(rules.consumptionFrozen());
        }
        rules.soldTermsFrozen().ifPresent(files::add);
        rules.fulfilledIsFinal().ifPresent(files::add);
        return files;
    }

    private RuleFile usageFrozen() {
        return new RuleFile(
                line.name(),
                plan.rule("Usage_Frozen_When_Fulfilled"),
                "Runs when the roll-ups are saved. Validation rules do not run on delete, so deleting locked usage is "
                        + "stopped here, on the parent.",
                Formula.all(
                        "NOT(ISNEW())",
                        plan.fulfilled().formula(plan.lineToContract()),
                        Formula.any(List.of(
                                Formula.changed(plan.mapping().field(Idea.CONSUMED)),
                                Formula.changed(plan.usageCount())))),
                Optional.empty(),
                "USAGE_FROZEN",
                "The " + label() + " is fulfilled: its usage can be neither added, changed nor deleted. Ask finance to "
                        + "reopen it if it must change.");
    }

    private RuleFile consumptionFrozen() {
        return new RuleFile(
                contract.name(),
                plan.rule("Consumption_Frozen_When_Fulfilled"),
                "Runs when the roll-up is saved: a usage that raced the fulfilment is refused here, with this record "
                        + "locked.",
                Formula.all(
                        "NOT(ISNEW())",
                        plan.fulfilled().formula(""),
                        Formula.changed(plan.mapping().field(Idea.UNITS_CONSUMED))),
                Optional.empty(),
                "USAGE_FROZEN",
                "The " + label()
                        + " is fulfilled: its consumed units no longer change. Ask finance to reopen it if this "
                        + "usage must be billed.");
    }

    /** Only of what people fill in on the line itself; what a formula or another object says is not the line's. */
    private Optional<RuleFile> soldTermsFrozen() {
        List<String> changes = Stream.of(Idea.PRODUCT, Idea.UNITS_SOLD, Idea.UNIT_PRICE)
                .flatMap(idea -> plan.own(line, idea).stream())
                .map(Formula::changed)
                .toList();
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new RuleFile(
                line.name(),
                plan.rule("Sold_Terms_Frozen_When_Fulfilled"),
                "What was sold, and for how much, is final once the contract is fulfilled.",
                Formula.all("NOT(ISNEW())", plan.fulfilled().formula(plan.lineToContract()), Formula.any(changes)),
                Optional.empty(),
                TO_PEOPLE,
                "The " + label()
                        + " is fulfilled: product, units sold and price are final. Ask finance to reopen it."));
    }

    private Optional<RuleFile> fulfilledIsFinal() {
        return plan.own(contract, Idea.FULFILLED)
                .map(field -> new RuleFile(
                        contract.name(),
                        plan.rule("Fulfilled_Is_Final"),
                        "What is fulfilled is only reopened by people with the custom permission "
                                + Reopening.permission(plan) + ".",
                        Formula.all(
                                "NOT(ISNEW())",
                                plan.fulfilled().before(),
                                "NOT(" + plan.fulfilled().formula("") + ")",
                                "NOT($Permission." + Reopening.permission(plan) + ")"),
                        Optional.of(field),
                        TO_PEOPLE,
                        "This " + label() + " is fulfilled, and fulfilment is final. Someone with the permission "
                                + Reopening.label(plan) + " can undo it."));
    }

    private String label() {
        return Words.label(contract.label());
    }
}
