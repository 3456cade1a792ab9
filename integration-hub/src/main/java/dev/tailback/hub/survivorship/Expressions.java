package dev.tailback.hub.survivorship;

import dev.cel.common.CelValidationException;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime.Program;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Expressions of rules, in CEL (Common Expression Language): typed before they run, without loops of their own, and
 * without any way to the outside. What they see: {@code candidates}, a list of maps of texts with {@code crm}, {@code
 * record}, {@code value}, {@code changedAt} (a moment in UTC, for {@code timestamp(…)}) and {@code filled} (a number,
 * for {@code int(…)}); and {@code current}, the golden value, empty text if there is none. The result is a text: the
 * golden value, or empty text to ask a steward.
 *
 * <p>The language loads when the first expression is met, which takes seconds. What was compiled is kept.
 */
public final class Expressions {

    /** The longest expression, in letters. */
    public static final int LONGEST = 2_000;

    /** More candidates than this are not given to an expression: a steward is asked. */
    static final int MOST_CANDIDATES = 50;

    private static final int KEPT = 500;

    private final Map<String, Program> compiled = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Program> eldest) {
            return size() > KEPT;
        }
    };

    private @Nullable Language language;

    /** Not there if the expression can be used; else a sentence that says what is wrong. */
    public Optional<String> wrongIn(String text) {
        if (text.isBlank() || text.length() > LONGEST) {
            return Optional.of("An expression has 1 to " + LONGEST + " letters; this one has " + text.length() + ".");
        }
        try {
            program(text);
            return Optional.empty();
        } catch (CelValidationException wrong) {
            return Optional.of("The expression cannot be used: " + line(wrong));
        } catch (CelEvaluationException wrong) {
            return Optional.of("The expression cannot be run: " + line(wrong));
        }
    }

    ExpressionAnswer answer(String text, Bench bench) {
        if (bench.filled().size() > MOST_CANDIDATES) {
            return none("too_many_candidates", "There are more than " + MOST_CANDIDATES + " candidates.");
        }
        try {
            return answer(program(text).eval(variables(bench)));
        } catch (CelValidationException wrong) {
            return none("expression_invalid", "The expression cannot be used: " + line(wrong));
        } catch (CelEvaluationException failed) {
            return none("expression_failed", "The expression failed: " + line(failed));
        }
    }

    private static ExpressionAnswer answer(Object result) {
        return result instanceof String value && !value.isBlank()
                ? new ExpressionAnswer.Value(value.strip())
                : none("expression_asks", "The expression has no answer for these candidates.");
    }

    private static ExpressionAnswer none(String code, String sentence) {
        return new ExpressionAnswer.None(new Reason(code, sentence + " A steward decides."));
    }

    private synchronized Program program(String text) throws CelValidationException, CelEvaluationException {
        Program known = compiled.get(text);
        if (known != null) {
            return known;
        }
        Program program = loaded().program(text);
        compiled.put(text, program);
        return program;
    }

    private Language loaded() {
        if (language == null) {
            language = Language.load();
        }
        return language;
    }

    private static Map<String, Object> variables(Bench bench) {
        return Map.of(
                "candidates",
                bench.filled().stream().map(Expressions::variables).toList(),
                "current",
                bench.standing().text().orElse(""));
    }

    private static Map<String, String> variables(Contender one) {
        Map<String, String> candidate = new TreeMap<>();
        candidate.put("crm", one.fact().source().crm());
        candidate.put("record", one.fact().source().record());
        candidate.put("value", one.fact().held().text().orElse(""));
        candidate.put("changedAt", one.fact().times().to().toString());
        candidate.put("filled", String.valueOf(one.filled()));
        return candidate;
    }

    private static String line(Exception wrong) {
        String one = String.valueOf(wrong.getMessage())
                .replaceAll("\\p{Cntrl}+", " ")
                .strip();
        return one.length() > 300 ? one.substring(0, 300) + "…" : one;
    }
}
