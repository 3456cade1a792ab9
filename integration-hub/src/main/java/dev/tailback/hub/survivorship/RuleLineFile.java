package dev.tailback.hub.survivorship;

import dev.tailback.hub.entity.AttributeKind;
import dev.tailback.mapping.declaration.Section;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads one line of the rules: a word alone, or the word with what belongs to it. */
record RuleLineFile(Section section, AttributeKind kind, Expressions expressions) {

    static final Set<String> CAN_END_EMPTY = Set.of("latest change", "source priority");

    RuleLine line(String name) {
        if (section.isText(name)) {
            String word = section.text(name).orElse("");
            if (word.equals("expression")) {
                section.wrong("'" + name + "' needs its expression: {rule: expression, value: …}.");
            }
            return new RuleLine(rule(section, name, word), word.equals("latest change"));
        }
        Section line = section.section(name);
        line.only(Set.of("rule", "sources", "value", "emptiedWins"));
        String word = line.required("rule");
        return new RuleLine(rule(line, "rule", word), emptiedWins(line, word));
    }

    private static boolean emptiedWins(Section line, String word) {
        if (line.has("emptiedWins") && !CAN_END_EMPTY.contains(word)) {
            line.wrong("'emptiedWins' belongs to latest change and source priority.");
        }
        return line.has("emptiedWins") ? line.flag("emptiedWins") : word.equals("latest change");
    }

    private Rule rule(Section line, String name, String word) {
        return switch (word) {
            case "latest change" -> new Rule.LatestChange();
            case "source priority" -> new Rule.SourcePriority(sources(line));
            case "most complete" -> new Rule.MostComplete();
            case "longest" -> new Rule.Longest();
            case "first set" -> new Rule.FirstSet();
            case "union" -> union(line, name);
            case "never overwrite" -> new Rule.NeverOverwrite();
            case "ask a steward" -> new Rule.AskSteward();
            case "expression" -> expression(line);
            default -> unknown(line, word);
        };
    }

    private Rule expression(Section line) {
        String text = line.has("rule") ? line.text("value").orElse("") : "";
        expressions.wrongIn(text).ifPresent(line::wrong);
        return new Rule.Expression(text);
    }

    private static Rule unknown(Section line, String word) {
        line.wrong("'" + word + "' is no rule; possible are " + String.join(", ", RuleWord.ALL) + ".");
        return new Rule.LatestChange();
    }

    private List<String> sources(Section line) {
        List<String> crms = line.has("rule") ? line.list("sources") : List.of();
        known(line, crms, 50);
        return crms;
    }

    private Rule union(Section line, String name) {
        if (kind != AttributeKind.LIST) {
            line.wrong("'" + name + "' cannot be union: only a list can hold all values together.");
        }
        return new Rule.Union();
    }

    static void known(Section line, List<String> crms, int most) {
        if (new HashSet<>(crms).size() != crms.size() || crms.size() > most) {
            line.wrong("'sources' names each CRM once, and " + most + " at most.");
        }
    }
}
