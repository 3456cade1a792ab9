package dev.tailback.app.ads;

import dev.tailback.app.salesforce.SalesforceId;
import dev.tailback.web.input.JsonBody;
import dev.tailback.web.input.JsonObject;
import dev.tailback.web.input.TextRule;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What staff want an ad to be, read from JSON. A refusal names everything that is wrong with it.
 *
 * @param title 1 to 200 characters, without spaces around it
 * @param contractId Salesforce's id in 18 letters
 * @param products 1 to 50, each contract product once
 * @param serviceDate when the customer is served, from 2000 to 2099
 * @param customerReference the customer's own reference, such as an order number; up to 80 characters
 * @param note for the service team; up to 1,000 characters, and never sent to Salesforce
 * @param reason the reason for a correction, if one was given; up to 500 characters
 */
@Serdeable
public record AdRequest(
        String title,
        String contractId,
        List<BookedProduct> products,
        @Nullable LocalDate serviceDate,
        @Nullable String customerReference,
        @Nullable String note,
        @Nullable String reason) {

    public static final int LONGEST_TITLE = 200;
    public static final int LONGEST_CUSTOMER_REFERENCE = 80;
    public static final int LONGEST_NOTE = 1_000;
    public static final int LONGEST_REASON = 500;
    public static final int MOST_PRODUCTS = 50;
    public static final int MOST_UNITS = 1_000_000;

    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2099, 12, 31);

    private static final Set<String> NEW_AD =
            Set.of("title", "contractId", "products", "serviceDate", "customerReference", "note");
    private static final Set<String> CORRECTION =
            Set.of("title", "contractId", "products", "serviceDate", "customerReference", "note", "reason");
    private static final Set<String> PRODUCT = Set.of("contractProductId", "units");

    public AdRequest {
        products = List.copyOf(products);
    }

    /** @throws dev.tailback.web.problems.Problem 400 {@code invalid} */
    public static AdRequest newAd(JsonBody body) {
        return read(body.object(NEW_AD));
    }

    /** The same, and optionally the {@code reason} for the correction. */
    public static AdRequest correction(JsonBody body) {
        return read(body.object(CORRECTION));
    }

    private static AdRequest read(JsonObject ad) {
        AdRequest request = new AdRequest(
                ad.requiredText("title", TextRule.line(LONGEST_TITLE)),
                SalesforceId.required(ad, "contractId"),
                products(ad),
                ad.date("serviceDate", FIRST_DAY, LAST_DAY).orElse(null),
                ad.text("customerReference", TextRule.line(LONGEST_CUSTOMER_REFERENCE))
                        .orElse(null),
                ad.text("note", TextRule.lines(LONGEST_NOTE)).orElse(null),
                ad.text("reason", TextRule.lines(LONGEST_REASON)).orElse(null));
        ad.refuse();
        return request;
    }

    private static List<BookedProduct> products(JsonObject ad) {
        List<BookedProduct> products = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (JsonObject product : ad.objects("products", MOST_PRODUCTS, PRODUCT)) {
            String id = SalesforceId.required(product, "contractProductId");
            if (!id.isEmpty() && !seen.add(id)) {
                product.wrong("contractProductId", "is in the list twice; add its units up in one place");
            }
            products.add(new BookedProduct(id, product.whole("units", 1, MOST_UNITS)));
        }
        return products;
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
