package dev.tailback.hub.facts;

import dev.tailback.hub.entity.Attribute;
import dev.tailback.hub.entity.AttributeKind;
import dev.tailback.hub.entity.Identifies;
import dev.tailback.hub.quality.Folded;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words by which people find a record, without case, accents and punctuation; a phone number from its end. */
public final class SearchWords {

    private static final Set<AttributeKind> KINDS = Set.of(
            AttributeKind.COMPANY_NAME,
            AttributeKind.PERSON_NAME,
            AttributeKind.EMAIL,
            AttributeKind.PHONE,
            AttributeKind.DOMAIN);
    private static final Pattern NUMBER = Pattern.compile("[+(0-9][-+()/. 0-9]{4,39}");
    private static final int FEWEST_DIGITS = 4;
    private static final int MOST_WORDS = 6;
    private static final int LONGEST_WORD = 60;

    private SearchWords() {}

    /** Whether people know a customer by it. */
    public static boolean isFoundBy(Attribute attribute) {
        return KINDS.contains(attribute.kind()) || attribute.identifies() == Identifies.ALONE;
    }

    /**
     * As PostgreSQL's full text search reads it: all of these must be beginnings of words. Empty when nothing is asked.
     */
    public static String query(String text) {
        Stream<String> words = isNumber(text) ? Stream.of(fromTheEnd(text)) : Folded.words(text).stream();
        return words.map(SearchWords::bounded)
                .limit(MOST_WORDS)
                .map(word -> "'" + word + "':*")
                .collect(Collectors.joining(" & "));
    }

    /** Of one value. A mail address and a website are found by their parts as well. */
    static List<String> of(AttributeKind kind, String value) {
        Stream<String> words = kind == AttributeKind.PHONE
                ? Stream.of(fromTheEnd(value))
                : Stream.of(value, value.replace('.', ' ')).flatMap(text -> Folded.words(text).stream());
        return words.map(SearchWords::bounded).distinct().toList();
    }

    private static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches() && fromTheEnd(text).length() > FEWEST_DIGITS;
    }

    /** People leave out the country and the zeros before a number, never its end. */
    private static String fromTheEnd(String number) {
        String digits = number.replaceAll("[^0-9]", "").replaceAll("^0+", "");
        return "#" + new StringBuilder(digits).reverse();
    }

    private static String bounded(String word) {
        return word.length() > LONGEST_WORD ? word.substring(0, LONGEST_WORD) : word;
    }
}
