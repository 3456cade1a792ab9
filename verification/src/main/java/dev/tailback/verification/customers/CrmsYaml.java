package dev.tailback.verification.customers;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The file that names the CRMs to the hub: how each is reached, and which field is which attribute. */
record CrmsYaml(CrmAddresses addresses) {

    String text() {
        return "form: 1\ncrms:\n"
                + crm(CustomerCrm.SALES, """
                            kind: salesforce
                            url: %s
                            clientId: ${SALES_CLIENT}
                            clientSecret: ${SALES_SECRET}
                        """.formatted(addresses.sales()))
                + crm(CustomerCrm.MARKETING, """
                            kind: hubspot
                            url: %s
                            token: ${MARKETING_TOKEN}
                        """.formatted(addresses.marketing()))
                + crm(CustomerCrm.SHOP, """
                            kind: table
                            url: %s
                            username: %s
                            password: ${SHOP_PASSWORD}
                        """.formatted(addresses.shop(), CrmAddresses.SHOP_USER));
    }

    private static String crm(CustomerCrm crm, String access) {
        return "  " + crm.word() + ":\n" + access + "    objects:\n" + object("company", crm.companies())
                + object("person", crm.people());
    }

    private static String object(String entity, CustomerCrm.CrmObject object) {
        Map<String, String> fields = new TreeMap<>(object.fields());
        String all = fields.entrySet().stream()
                .map(field -> field.getKey() + ": " + field.getValue())
                .collect(Collectors.joining(", "));
        return "      " + object.name() + ": {entity: " + entity + ", fields: {" + all + "}}\n";
    }
}
