package dev.tailback.app.pages;

import dev.tailback.web.texts.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what is wrong with a field, as a whole sentence beside it. */
record FieldSentences(AdForm form, List<ProductChoice> products, Texts texts) {

    private static final Pattern PRODUCT = Pattern.compile("products\\[(\\d+)]\\.(\\w+)");
    private static final Pattern CHARACTER = Pattern.compile("holds a character .*\\((U\\+[0-9A-F]+)\\).*");
    private static final Set<String> KNOWN = Set.of("title", "serviceDate", "customerReference", "note", "reason");

    void add(Map<String, String> byField, Map<?, ?> error) {
        String field = String.valueOf(error.get("field"));
        String message = String.valueOf(error.get("message"));
        Matcher product = PRODUCT.matcher(field);
        if (product.matches()) {
            String id = form.filled().get(Integer.parseInt(product.group(1))).contractProductId();
            String key = product.group(2).equals("units") ? "staff.wrong.units" : "staff.wrong.product-id";
            byField.merge("units-" + id, texts.of(key, name(id)), (first, second) -> first + " " + second);
        } else if (field.equals("products")) {
            byField.put("products", texts.of("staff.wrong.products"));
        } else if (field.startsWith("choice-")) {
            byField.put(field, texts.of("refusal.choose"));
        } else if (field.equals("units")) {
            byField.put(field, texts.of("refusal.units-asked"));
        } else if (KNOWN.contains(field)) {
            byField.put(field, sentence(dashed(field), message));
        } else {
            byField.put(field, field + " " + message + ".");
        }
    }

    private String sentence(String field, String message) {
        String label = texts.of("staff.field." + field);
        Matcher character = CHARACTER.matcher(message);
        if (character.matches()) {
            return texts.of("staff.wrong.character", label, character.group(1));
        }
        return message.startsWith("holds nothing")
                ? texts.of("staff.wrong.invisible", label)
                : texts.of("staff.length." + field);
    }

    private static String dashed(String field) {
        return field.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private String name(String id) {
        return products.stream()
                .filter(product -> product.contractProductId().equals(id))
                .map(ProductChoice::name)
                .findFirst()
                .orElse(id.isEmpty() ? texts.of("staff.a-product") : id);
    }
}
