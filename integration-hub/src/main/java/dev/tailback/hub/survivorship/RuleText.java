package dev.tailback.hub.survivorship;

import java.util.List;

/** A rule as a sentence for people, kept with each decision. */
record RuleText(List<String> sources) implements Rule.Cases<String> {

    static String of(RuleLine line, List<String> sources) {
        return line.rule().fold(new RuleText(sources))
                + (line.emptiedWins() ? " An emptied field counts as a change." : "");
    }

    @Override
    public String latestChange() {
        return "The latest change wins.";
    }

    @Override
    public String sourcePriority(List<String> crms) {
        return "The most trusted CRM wins: " + String.join(", then ", crms.isEmpty() ? sources : crms) + ".";
    }

    @Override
    public String mostComplete() {
        return "The record with the most filled attributes wins.";
    }

    @Override
    public String longest() {
        return "The longest value wins.";
    }

    @Override
    public String firstSet() {
        return "The value that was set first wins.";
    }

    @Override
    public String union() {
        return "All values are taken together.";
    }

    @Override
    public String neverOverwrite() {
        return "The first value is never overwritten.";
    }

    @Override
    public String askSteward() {
        return "A steward decides when values differ.";
    }

    @Override
    public String expression(String text) {
        return "An expression decides: " + text;
    }
}
