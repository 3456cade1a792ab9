package dev.tailback.hub.matching;

import dev.tailback.hub.entity.AttributeKind;
import dev.tailback.hub.entity.Items;
import dev.tailback.hub.quality.CompanyName;
import dev.tailback.hub.quality.Folded;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A value made ready to be compared many times.
 *
 * @param text folded
 * @param words of a list: its items
 * @param trigrams of the text with a space around it
 * @param form the legal form of a company
 */
record Feature(String text, List<String> words, Set<String> trigrams, String form) {

    private static final int LONGEST = 500;

    static Feature of(AttributeKind kind, String value) {
        String bounded = value.length() > LONGEST ? value.substring(0, LONGEST) : value;
        return switch (kind) {
            case COMPANY_NAME -> company(CompanyName.of(bounded));
            case EMAIL, PHONE, DOMAIN, COUNTRY, NUMBER, MONEY, DATE, FLAG, CHOICE, REFERENCE -> exact(bounded);
            case LIST -> list(Items.of(bounded).stream().map(Folded::of).toList());
            case TEXT, PERSON_NAME, POSTAL_CODE -> words(Folded.words(bounded), "");
        };
    }

    private static Feature company(CompanyName name) {
        return words(name.words(), name.form());
    }

    private static Feature exact(String value) {
        return new Feature(value, List.of(value), Set.of(), "");
    }

    private static Feature list(List<String> items) {
        return new Feature(String.join(";", items), items, Set.of(), "");
    }

    private static Feature words(List<String> words, String form) {
        String text = String.join(" ", words);
        return new Feature(text, words, trigrams(text), form);
    }

    private static Set<String> trigrams(String text) {
        String around = " " + text + " ";
        Set<String> trigrams = new HashSet<>();
        for (int from = 0; from + 3 <= around.length(); from++) {
            trigrams.add(around.substring(from, from + 3));
        }
        return trigrams;
    }

    /** Dice's coefficient: the part of trigrams that both have. */
    double trigramsShared(Feature other) {
        Set<String> small = trigrams.size() < other.trigrams.size() ? trigrams : other.trigrams;
        Set<String> large = small == trigrams ? other.trigrams : trigrams;
        long both = small.stream().filter(large::contains).count();
        return 2.0 * both / Math.max(1, trigrams.size() + other.trigrams.size());
    }
}
