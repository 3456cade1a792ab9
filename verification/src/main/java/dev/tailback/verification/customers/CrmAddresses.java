package dev.tailback.verification.customers;

import java.net.URI;
import java.util.Map;

/**
 * Where the three CRMs are, and how the hub comes in. The org and the HubSpot are on this machine; what lets people in there
 * guards nothing.
 *
 * @param shop a JDBC address
 */
public record CrmAddresses(URI sales, URI marketing, String shop) {
    /** Whom the shop's database lets in for the hub. */
    public static final String SHOP_USER = "for_the_hub";

    public static final String SHOP_PASSWORD = "tailback";

    public static final String HUBSPOT_KEY = "pat-local-crms";

    /** What the hub's file of CRMs names of the environment. */
    public static Map<String, String> secrets() {
        return Map.of(
                "SALES_CLIENT",
                "tailback",
                "SALES_SECRET",
                "local-org",
                "MARKETING_TOKEN",
                HUBSPOT_KEY,
                "SHOP_PASSWORD",
                SHOP_PASSWORD);
    }
}
