package dev.tailback.app.pages;

import dev.tailback.web.problems.Problem;
import dev.tailback.web.texts.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Why a form was refused, in the visitor's language.
 *
 * @param summary a sentence, or empty when nothing was refused
 * @param code the problem's code, or empty
 * @param byField sentences by the field's name: {@code title}, {@code units-} and the product's id, {@code products}
 */
public record FormErrors(String summary, String code, Map<String, String> byField) {

    static FormErrors none() {
        return new FormErrors("", "", Map.of());
    }

    /** @param products what the form offered, for their names */
    static FormErrors of(Problem problem, AdForm form, List<ProductChoice> products, Texts texts) {
        if (!(problem.members().get("errors") instanceof List<?> errors)) {
            return new FormErrors(RefusedForm.summary(problem, texts), problem.code(), ofProduct(problem, texts));
        }
        Map<String, String> byField = new LinkedHashMap<>();
        FieldSentences sentences = new FieldSentences(form, products, texts);
        errors.forEach(error -> sentences.add(byField, (Map<?, ?>) error));
        return new FormErrors(texts.of("staff.refused.fields"), problem.code(), byField);
    }

    /** Of something that is no form of an ad. */
    public static FormErrors ofRow(Problem problem, Texts texts) {
        return of(problem, AdForm.empty(), List.of(), texts);
    }

    public boolean any() {
        return !summary.isEmpty();
    }

    /** The sentence at a field, or empty. */
    public String at(String field) {
        return byField.getOrDefault(field, "");
    }

    /** What the top of the page lists with links to the fields: everything that the summary does not say already. */
    public List<Map.Entry<String, String>> listed() {
        return code.equals("invalid") || code.equals("undecided") ? new ArrayList<>(byField.entrySet()) : List.of();
    }

    private static Map<String, String> ofProduct(Problem problem, Texts texts) {
        Object product = problem.members().get("contractProductId");
        Object remaining = problem.members().get("remaining");
        if (product == null) {
            return Map.of();
        }
        return Map.of(
                "units-" + product,
                remaining == null
                        ? texts.of("staff.wrong.not-bookable")
                        : texts.of("staff.wrong.remaining", remaining));
    }
}
