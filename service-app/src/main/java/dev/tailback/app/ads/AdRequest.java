package dev.tailback.app.ads;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What staff want an ad to be. Valid by construction: {@link AdRequestReader} reads it from JSON, {@link AdRequest#of}
 * from anything else.
 *
 * @param title 1 to 200 characters, without spaces around it
 * @param contractId Salesforce's id in 18 letters
 * @param products 1 to 50, each contract product once
 * @param reason why it is corrected, if somebody said so; up to 500 characters
 */
@Serdeable
public record AdRequest(
        String title,
        String contractId,
        List<BookedProduct> products,
        @Nullable String reason) {

    public static final int LONGEST_TITLE = 200;
    public static final int LONGEST_REASON = 500;
    public static final int MOST_PRODUCTS = 50;
    public static final int MOST_UNITS = 1_000_000;

    public AdRequest {
        products = List.copyOf(products);
    }

    /** Units by contract product, in the order they were given. */
    Map<String, Integer> units() {
        Map<String, Integer> units = new LinkedHashMap<>();
        products.forEach(product -> units.put(product.contractProductId(), product.units()));
        return units;
    }

    /**
     * Units of one product.
     *
     * @param contractProductId Salesforce's id in 18 letters
     * @param units 1 to 1,000,000
     */
    @Serdeable
    public record BookedProduct(String contractProductId, int units) {}
}
