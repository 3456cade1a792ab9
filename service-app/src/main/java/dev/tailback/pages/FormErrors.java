package dev.tailback.pages;

import dev.tailback.problems.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a form was refused.
 *
 * @param summary a sentence, or empty when nothing was refused
 * @param code the problem's code, or empty
 * @param byField sentences by the field's name: {@code title}, {@code units-} and the product's id, {@code products}
 */
public record FormErrors(String summary, String code, Map<String, String> byField) {

    private static final Pattern PRODUCT = Pattern.compile("products\\[(\\d+)]\\..*");

    static FormErrors none() {
        return new FormErrors("", "", Map.of());
    }

    static FormErrors of(Problem problem, AdForm form) {
        Map<String, String> byField = new LinkedHashMap<>();
        if (problem.members().get("errors") instanceof List<?> errors) {
            errors.forEach(error -> add(byField, (Map<?, ?>) error, form));
        }
        if (problem.members().get("contractProductId") instanceof String product) {
            byField.put("units-" + product, problem.detail());
        }
        String summary = byField.containsKey("products")
                        || !byField.isEmpty() && problem.code().equals("invalid")
                ? "Nothing was saved yet. Please look at what is marked below."
                : problem.detail();
        return new FormErrors(summary, problem.code(), byField);
    }

    public boolean any() {
        return !summary.isEmpty();
    }

    /** The sentence at a field, or empty. */
    public String at(String field) {
        return byField.getOrDefault(field, "");
    }

    private static void add(Map<String, String> byField, Map<?, ?> error, AdForm form) {
        String field = String.valueOf(error.get("field"));
        String message = String.valueOf(error.get("message"));
        Matcher product = PRODUCT.matcher(field);
        if (product.matches()) {
            String id = form.filled().get(Integer.parseInt(product.group(1))).contractProductId();
            byField.merge("units-" + id, "This " + message + ".", (first, second) -> first + " " + second);
        } else if (field.equals("products")) {
            byField.put("products", "Enter the units of at least one product.");
        } else {
            byField.put(field, "This " + message + ".");
        }
    }
}
