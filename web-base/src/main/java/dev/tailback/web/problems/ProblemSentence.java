package dev.tailback.web.problems;

import dev.tailback.web.texts.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a page says about a problem, in the reader's language; the detail speaks to programs, in English. Every code has
 * its sentence, and a refusal that can say more names a text of its own.
 */
public final class ProblemSentence {

    private ProblemSentence() {}

    public static String of(Problem problem, Texts texts) {
        return problem.wording()
                .map(wording -> texts.of(wording.key(), wording.values().toArray()))
                .or(() -> field(problem).map(name -> aboutField(problem, name, texts)))
                .orElseGet(() -> texts.of(key(problem.code())));
    }

    /** What Salesforce itself said, where it is to blame. */
    public static Optional<String> theirWords(Problem problem) {
        return problem.members().containsKey("salesforceCode")
                ? Optional.ofNullable(problem.members().get("reason")).map(String::valueOf)
                : Optional.empty();
    }

    static String key(String code) {
        return "problem.says." + code.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The detail says what is wrong with it, in English. */
    private static String aboutField(Problem problem, String name, Texts texts) {
        return texts.language().equals("en") ? problem.detail() : texts.of("problem.invalid.field", name);
    }

    private static Optional<String> field(Problem problem) {
        return problem.members().get("errors") instanceof List<?> errors
                        && !errors.isEmpty()
                        && errors.get(0) instanceof Map<?, ?> first
                ? Optional.ofNullable(first.get("field")).map(String::valueOf)
                : Optional.empty();
    }
}
