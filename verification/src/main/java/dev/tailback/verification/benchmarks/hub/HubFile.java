package dev.tailback.verification.benchmarks.hub;

import dev.tailback.verification.customers.CrmAddresses;
import dev.tailback.verification.customers.CustomerCrm;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The file of the CRMs with companies only.
 *
 * @param access the lines that say how a CRM is reached
 */
record HubFile(Map<CustomerCrm, String> access) {

    static HubFile of(CrmAddresses addresses) {
        Map<CustomerCrm, String> access = new LinkedHashMap<>();
        access.put(
                CustomerCrm.SALES,
                "kind: salesforce, url: '%s', clientId: '${SALES_CLIENT}', clientSecret: '${SALES_SECRET}'"
                        .formatted(addresses.sales()));
        access.putAll(of(addresses.marketing(), addresses.shop()).access());
        return new HubFile(access);
    }

    /** Without Salesforce. */
    static HubFile of(URI marketing, String shop) {
        return new HubFile(Map.of(
                CustomerCrm.MARKETING,
                "kind: hubspot, url: '%s', token: '${MARKETING_TOKEN}'".formatted(marketing),
                CustomerCrm.SHOP,
                "kind: table, url: '%s', username: %s, password: '${SHOP_PASSWORD}'"
                        .formatted(shop, CrmAddresses.SHOP_USER)));
    }

    String text() {
        return access.entrySet().stream()
                .map(one -> "  " + one.getKey().word() + ": {" + one.getValue() + ", objects: {" + objects(one.getKey())
                        + "}}\n")
                .collect(Collectors.joining("", "form: 1\ncrms:\n", ""));
    }

    private static String objects(CustomerCrm crm) {
        String fields = new TreeMap<>(crm.companies().fields())
                .entrySet().stream()
                        .map(field -> field.getKey() + ": " + field.getValue())
                        .collect(Collectors.joining(", "));
        return crm.companies().name() + ": {entity: company, fields: {" + fields + "}}";
    }
}
