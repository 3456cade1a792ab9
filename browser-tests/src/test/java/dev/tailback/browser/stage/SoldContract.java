package dev.tailback.browser.stage;

import java.util.Map;

/**
 * A contract that sales sold for one test.
 *
 * @param products the id of each contract product, by the product's name
 */
public record SoldContract(String id, String customer, Map<String, String> products) {

    public String path() {
        return "/contracts/" + id;
    }

    /** The field that takes units of a product. */
    public String units(String product) {
        return "#units-" + products.get(product);
    }
}
