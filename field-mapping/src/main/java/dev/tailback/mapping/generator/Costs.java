package dev.tailback.mapping.generator;

import dev.tailback.mapping.Idea;
import dev.tailback.mapping.Part;
import dev.tailback.mapping.schema.OrgObject;
import java.util.ArrayList;
import java.util.List;

/** What this org cannot have, each with what it costs. */
final class Costs {

    private Costs() {}

    static List<String> of(Plan plan) {
        List<String> costs = new ArrayList<>();
        OrgObject contract = plan.contract();
        OrgObject line = plan.line();
        if (!plan.isDetail()) {
            costs.add("The usage is tied to " + line.name() + " by a lookup, and Salesforce rolls up details only: "
                    + line.name() + " shows neither consumed nor available units. The service app computes both from "
                    + "the usage, with one more query each time it shows a contract.");
            costs.add("No roll-up means that no rule of " + line.name() + " sees a deletion of usage: only the missing "
                    + "right to delete protects it, and people with Modify All Data pass it. A "
                    + "reconciliation (`./tailback ops reconcile`) finds entries whose row is gone.");
        }
        if (!plan.isCountedOnContract()) {
            costs.add(contract.name() + " does not count the units of its lines, so a usage that is saved in the same "
                    + "moment in which " + contract.name() + " is fulfilled may still pass. It is then counted and "
                    + "locked like all others.");
        }
        if (plan.own(contract, Idea.FULFILLED).isEmpty()) {
            costs.add("Whether it is fulfilled is computed (" + plan.mapping().field(Idea.FULFILLED)
                    + "), so no rule can " + "keep a fulfilled " + contract.name() + " from being reopened.");
        }
        Idea.of(Part.CONTRACT_PRODUCT).stream()
                .filter(idea ->
                        idea == Idea.UNIT_PRICE && plan.mapping().find(idea).isEmpty())
                .flatMap(idea -> idea.cost().stream())
                .forEach(cost -> costs.add("No field stands for the price: " + cost + "."));
        return costs;
    }
}
