package dev.tailback.app.pages;

import dev.tailback.app.problems.Problem;
import java.util.ArrayList;
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

    private static final Pattern PRODUCT = Pattern.compile("products\\[(\\d+)]\\.(\\w+)");

    static FormErrors none() {
        return new FormErrors("", "", Map.of());
    }

    /** @param products what the form offered, for their names */
    static FormErrors of(Problem problem, AdForm form, List<ProductChoice> products) {
        if (!(problem.members().get("errors") instanceof List<?> errors)) {
            return new FormErrors(problem.detail(), problem.code(), ofProduct(problem));
        }
        Map<String, String> byField = new LinkedHashMap<>();
        errors.forEach(error -> add(byField, (Map<?, ?>) error, form, products));
        return new FormErrors("Please look at what is marked in the form.", problem.code(), byField);
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
        return code.equals("invalid") ? new ArrayList<>(byField.entrySet()) : List.of();
    }

    private static Map<String, String> ofProduct(Problem problem) {
        Object product = problem.members().get("contractProductId");
        Object remaining = problem.members().get("remaining");
        if (product == null) {
            return Map.of();
        }
        return Map.of(
                "units-" + product,
                remaining == null ? "This product cannot be booked." : "Only " + remaining + " can be booked.");
    }

    private static void add(Map<String, String> byField, Map<?, ?> error, AdForm form, List<ProductChoice> products) {
        String field = String.valueOf(error.get("field"));
        String message = String.valueOf(error.get("message"));
        Matcher product = PRODUCT.matcher(field);
        if (product.matches()) {
            String id = form.filled().get(Integer.parseInt(product.group(1))).contractProductId();
            String what = product.group(2).equals("units") ? "the units" : "the contract product id";
            String sentence = name(id, products) + ": " + what + " " + message + ".";
            byField.merge("units-" + id, sentence, (first, second) -> first + " " + second);
        } else if (field.equals("products")) {
            byField.put("products", "Enter the units of at least one product.");
        } else {
            byField.put(field, "The " + field + " " + message + ".");
        }
    }

    private static String name(String id, List<ProductChoice> products) {
        return products.stream()
                .filter(product -> product.contractProductId().equals(id))
                .map(ProductChoice::name)
                .findFirst()
                .orElse(id.isEmpty() ? "A product" : id);
    }
}
