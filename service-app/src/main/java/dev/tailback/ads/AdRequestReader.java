package dev.tailback.ads;

import dev.tailback.ads.AdRequest.BookedProduct;
import dev.tailback.usage.SalesforceId;
import io.micronaut.json.tree.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;

/**
 * Reads an ad from JSON, and names everything that is wrong with it. It reads the tree itself because a mapper would quietly turn {@code 1.5} or
 * {@code "3"} into a number of units, and would pass over a misspelt {@code unit}.
 */
public final class AdRequestReader {

    private static final Set<String> NEW_AD = Set.of("title", "contractId", "products");
    private static final Set<String> CORRECTION = Set.of("title", "contractId", "products", "reason");
    private static final Set<String> PRODUCT = Set.of("contractProductId", "units");
    private static final String UNITS = "must be a whole number from 1 to 1,000,000";

    private final FieldErrors errors = new FieldErrors();

    private AdRequestReader() {}

    /** @throws dev.tailback.problems.Problem 400 {@code invalid} */
    public static AdRequest newAd(JsonNode body) {
        return new AdRequestReader().read(body, NEW_AD);
    }

    /** The same, and optionally the {@code reason} of the correction. */
    public static AdRequest correction(JsonNode body) {
        return new AdRequestReader().read(body, CORRECTION);
    }

    private AdRequest read(JsonNode body, Set<String> allowed) {
        if (!body.isObject()) {
            throw FieldErrors.invalid("body", "must be a JSON object with title, contractId and products");
        }
        onlyKnown("", body, allowed);
        String title = text(body, "title", AdRequest.LONGEST_TITLE);
        String contractId = id("contractId", body.get("contractId"));
        List<BookedProduct> products = products(body.get("products"));
        String reason = body.get("reason") == null || body.get("reason").isNull()
                ? null
                : text(body, "reason", AdRequest.LONGEST_REASON);
        errors.refuse();
        return new AdRequest(title, contractId, products, reason);
    }

    private void onlyKnown(String at, JsonNode object, Set<String> allowed) {
        for (Entry<String, JsonNode> entry : object.entries()) {
            if (!allowed.contains(entry.getKey())) {
                errors.add(
                        at + shortened(entry.getKey()),
                        "is not known here; known are "
                                + String.join(", ", allowed.stream().sorted().toList()));
            }
        }
    }

    private String text(JsonNode body, String field, int longest) {
        JsonNode value = body.get(field);
        String text = value != null && value.isString() ? value.getStringValue().strip() : "";
        int length = text.codePointCount(0, text.length());
        if (length < 1 || length > longest) {
            errors.add(field, "must be a text of 1 to " + longest + " characters");
        } else if (text.indexOf('\0') >= 0) {
            errors.add(field, "holds a character that cannot be stored (code 0)");
        }
        return text;
    }

    private String id(String field, JsonNode value) {
        Optional<String> id =
                value != null && value.isString() ? SalesforceId.of(value.getStringValue()) : Optional.empty();
        if (id.isEmpty()) {
            errors.add(field, "must be a Salesforce record id of 15 or 18 letters and digits");
        }
        return id.orElse("");
    }

    private List<BookedProduct> products(JsonNode value) {
        if (value == null || !value.isArray() || value.size() < 1 || value.size() > AdRequest.MOST_PRODUCTS) {
            errors.add("products", "must be a list of 1 to " + AdRequest.MOST_PRODUCTS + " products");
            return List.of();
        }
        List<BookedProduct> products = new ArrayList<>();
        for (int index = 0; index < value.size(); index++) {
            products.add(product("products[" + index + "]", value.get(index)));
        }
        eachOnce(products);
        return products;
    }

    private BookedProduct product(String at, JsonNode value) {
        if (!value.isObject()) {
            errors.add(at, "must be an object with contractProductId and units");
            return new BookedProduct("", 0);
        }
        onlyKnown(at + ".", value, PRODUCT);
        return new BookedProduct(
                id(at + ".contractProductId", value.get("contractProductId")),
                units(at + ".units", value.get("units")));
    }

    private int units(String field, JsonNode value) {
        BigDecimal units = value != null && value.isNumber() ? exact(value) : BigDecimal.ZERO;
        if (units.signum() <= 0
                || units.compareTo(BigDecimal.valueOf(AdRequest.MOST_UNITS)) > 0
                || units.stripTrailingZeros().scale() > 0) {
            errors.add(field, UNITS);
            return 0;
        }
        return units.intValueExact();
    }

    /** Infinity, which a number like 1e999 may have become, is not a number of units. */
    private static BigDecimal exact(JsonNode value) {
        double size = value.getDoubleValue();
        return Double.isFinite(size) ? value.getBigDecimalValue() : BigDecimal.ZERO;
    }

    private void eachOnce(List<BookedProduct> products) {
        Set<String> seen = new HashSet<>();
        for (int index = 0; index < products.size(); index++) {
            String id = products.get(index).contractProductId();
            if (!id.isEmpty() && !seen.add(id)) {
                errors.add(
                        "products[" + index + "].contractProductId",
                        "is in the list twice; add its units up in one place");
            }
        }
    }

    private static String shortened(String name) {
        return name.length() > 40 ? name.substring(0, 40) + "..." : name;
    }
}
