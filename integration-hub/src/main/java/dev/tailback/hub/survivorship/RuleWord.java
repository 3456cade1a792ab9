package dev.tailback.hub.survivorship;

import java.util.List;

/** What the file calls a rule. */
final class RuleWord implements Rule.Cases<String> {

    static final List<String> ALL = List.of(
            "latest change",
            "source priority",
            "most complete",
            "longest",
            "first set",
            "union",
            "never overwrite",
            "ask a steward",
            "expression");

    static String of(Rule rule) {
        return rule.fold(new RuleWord());
    }

    @Override
    public String latestChange() {
        return "latest change";
    }

    @Override
    public String sourcePriority(List<String> crms) {
        return "source priority";
    }

    @Override
    public String mostComplete() {
        return "most complete";
    }

    @Override
    public String longest() {
        return "longest";
    }

    @Override
    public String firstSet() {
        return "first set";
    }

    @Override
    public String union() {
        return "union";
    }

    @Override
    public String neverOverwrite() {
        return "never overwrite";
    }

    @Override
    public String askSteward() {
        return "ask a steward";
    }

    @Override
    public String expression(String text) {
        return "expression";
    }
}
