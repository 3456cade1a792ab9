package dev.tailback.mapping.suggestion;

import dev.tailback.mapping.schema.OrgField;
import dev.tailback.mapping.schema.OrgObject;
import dev.tailback.mapping.suggestion.OneToOne.Pair;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Suggests fields of one object for the attributes of an entity, all at once, so that no field is the first for two. */
public final class AttributeSuggestions {

    private static final double NOT_WRITABLE = 0.7;
    private static final double OTHERWISE = 0.5;
    private static final double FITS = 0.03;
    private static final double TELLS = 0.1;
    private static final double ONLY_VALUES = 0.6;

    private final OrgObject object;
    private final List<Wanted> wanted;
    private final ValuesSeen seen;
    private final AttributeWords words;
    private final Likeness likeness;

    private AttributeSuggestions(OrgObject object, List<Wanted> wanted, ValuesSeen seen) {
        this.object = object;
        this.wanted = wanted;
        this.seen = seen;
        this.words = new AttributeWords(Vocabulary.customers(), wanted);
        this.likeness = words.in(object);
    }

    /**
     * @param wanted what has no field yet
     * @param taken fields that stand for something already; they are suggested for nothing else
     * @return by the path of what is wanted, the best first, three at most; where no field is right there is none
     */
    public static Map<String, List<Candidate>> of(
            OrgObject object, List<Wanted> wanted, Set<String> taken, ValuesSeen seen) {
        return new AttributeSuggestions(object, wanted, seen).all(taken);
    }

    private Map<String, List<Candidate>> all(Set<String> taken) {
        List<String> order = wanted.stream().map(Wanted::path).toList();
        List<Pair<String>> pairs = wanted.stream()
                .flatMap(one -> object.fields().stream()
                        .filter(field -> !SystemFields.has(field.name()) && !field.isCalculated())
                        .map(field -> new Pair<>(one.path(), place(field.name()), scored(one, field))))
                .toList();
        Set<String> places = taken.stream().map(AttributeSuggestions::place).collect(Collectors.toSet());
        return OneToOne.of(pairs, Comparator.comparingInt(order::indexOf), places)
                .candidates();
    }

    private static String place(String field) {
        return field.toLowerCase(Locale.ROOT);
    }

    private Scored scored(Wanted one, OrgField field) {
        double fit = one.types().getOrDefault(field.type(), 0.0) * (field.isUpdateable() ? 1 : NOT_WRITABLE);
        Likeness.Found found = likeness.of(field.name(), field.label(), words.of(one));
        Scored words = new Scored(field.name(), field, found.score(), found.reasons()).times(fit);
        return fit == 0 ? words : beside(one, words);
    }

    /** Values alone make a field a candidate when only such values look like them. */
    private Scored beside(Wanted one, Scored words) {
        String name = words.path();
        return switch (seen.of(one, name)) {
            case NOTHING -> words;
            case FITS -> words.score() == 0 ? words : words.plus(FITS, new Reason(Why.VALUES, name));
            case TELLS ->
                new Scored(name, words.field(), Math.max(words.score(), ONLY_VALUES - TELLS), words.reasons())
                        .plus(TELLS, new Reason(Why.VALUES, name));
            case OTHERWISE -> words.times(OTHERWISE).plus(0, new Reason(Why.OTHER_VALUES, name));
        };
    }
}
