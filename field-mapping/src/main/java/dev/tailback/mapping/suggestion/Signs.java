package dev.tailback.mapping.suggestion;

import dev.tailback.mapping.Idea;
import dev.tailback.mapping.schema.OrgField;
import java.util.List;

/** What speaks for a field, or against it, beside its words. */
final class Signs {

    private static final int SHOWN_VALUES = 3;

    private Signs() {}

    static Scored beside(Idea idea, Scored words) {
        OrgField field = words.field();
        return switch (idea) {
            case NUMBER -> isAutoNumber(field) ? words.plus(0.15, new Reason(Why.AUTO_NUMBER, field.name())) : words;
            case FULFILLED -> status(words);
            case PRODUCT -> isAutoNumber(field) ? words.times(0.5) : words;
            case CONSUMED, AVAILABLE, UNITS_CONSUMED -> counted(words);
            case UNITS_SOLD -> field.isCalculated() ? words.times(0.6) : words;
            case EXTERNAL_ID -> key(words);
            case LOCKED -> field.isUpdateable() ? words : counted(words);
            default -> words;
        };
    }

    private static boolean isAutoNumber(OrgField field) {
        return field.type().equals("string") && !field.isCreateable() && !field.isCalculated();
    }

    private static Scored counted(Scored words) {
        return words.field().isCalculated()
                ? words.plus(0.05, new Reason(Why.COUNTED, words.field().name()))
                : words.times(0.95);
    }

    /** A unique external id is one, whatever it is called; the name only decides between several. */
    private static Scored key(Scored words) {
        return new Scored(words.path(), words.field(), 0.75 + 0.25 * words.score(), words.reasons())
                .plus(0, new Reason(Why.UNIQUE, words.field().name()));
    }

    private static Scored status(Scored words) {
        if (words.field().type().equals("boolean")) {
            return words;
        }
        List<String> done = Done.values(words.field().values());
        return done.isEmpty()
                ? words.times(0.7)
                : words.plus(
                        0.1,
                        new Reason(
                                Why.PICKLIST,
                                String.join(
                                        ", ", done.stream().limit(SHOWN_VALUES).toList())));
    }
}
