package dev.tailback.app.ads;

import dev.tailback.app.ads.AdRequest.BookedProduct;
import dev.tailback.app.input.JsonBody;
import dev.tailback.app.input.JsonObject;
import dev.tailback.app.input.SalesforceId;
import dev.tailback.app.input.TextRule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads an ad from JSON, and names everything that is wrong with it. */
public final class AdRequestReader {

    private static final Set<String> NEW_AD = Set.of("title", "contractId", "products");
    private static final Set<String> CORRECTION = Set.of("title", "contractId", "products", "reason");
    private static final Set<String> PRODUCT = Set.of("contractProductId", "units");

    private AdRequestReader() {}

    /** @throws dev.tailback.app.problems.Problem 400 {@code invalid} */
    public static AdRequest newAd(JsonBody body) {
        return read(body.object(NEW_AD));
    }

    /** The same, and optionally the {@code reason} of the correction. */
    public static AdRequest correction(JsonBody body) {
        return read(body.object(CORRECTION));
    }

    private static AdRequest read(JsonObject ad) {
        AdRequest request = new AdRequest(
                ad.requiredText("title", TextRule.line(AdRequest.LONGEST_TITLE)),
                SalesforceId.required(ad, "contractId"),
                products(ad),
                ad.text("reason", TextRule.lines(AdRequest.LONGEST_REASON)).orElse(null));
        ad.refuse();
        return request;
    }

    private static List<BookedProduct> products(JsonObject ad) {
        List<BookedProduct> products = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (JsonObject product : ad.objects("products", AdRequest.MOST_PRODUCTS, PRODUCT)) {
            String id = SalesforceId.required(product, "contractProductId");
            if (!id.isEmpty() && !seen.add(id)) {
                product.wrong("contractProductId", "is in the list twice; add its units up in one place");
            }
            products.add(new BookedProduct(id, product.whole("units", 1, AdRequest.MOST_UNITS)));
        }
        return products;
    }
}
