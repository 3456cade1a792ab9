package dev.tailback.verification.customers;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** The customers in the two forms in which a Salesforce org and a HubSpot account take rows when they are empty. */
record CustomerFiles(Customers customers) {
    private static final JsonMapper JSON = new JsonMapper();

    /** A plan as {@code sf data tree import} takes it, and the files that it names, by name. */
    Map<String, String> org() {
        CustomerCrm sales = CustomerCrm.SALES;
        ArrayNode plan = JSON.createArrayNode();
        List.of(sales.companies(), sales.people())
                .forEach(object -> plan.addObject()
                        .put("sobject", object.name())
                        .put("saveRefs", true)
                        .put("resolveRefs", true)
                        .putArray("files")
                        .add(object.name() + ".json"));
        return Map.of(
                "plan.json",
                plan.toPrettyString(),
                sales.companies().name() + ".json",
                tree(sales.companies(), companies(sales)),
                sales.people().name() + ".json",
                tree(sales.people(), people(sales)));
    }

    /** Properties and records of an account. */
    String account() {
        CustomerCrm marketing = CustomerCrm.MARKETING;
        ObjectNode records = JSON.createObjectNode();
        put(records, marketing.companies(), companies(marketing));
        put(records, marketing.people(), people(marketing));
        return JSON.createObjectNode().<ObjectNode>set("records", records).toPrettyString();
    }

    private static void put(ObjectNode records, CustomerCrm.CrmObject object, List<Map<String, String>> all) {
        ArrayNode rows = records.putArray(object.name());
        all.forEach(values -> fill(rows.addObject(), object, values));
    }

    private static String tree(CustomerCrm.CrmObject object, List<Map<String, String>> all) {
        ArrayNode rows = JSON.createArrayNode();
        for (Map<String, String> values : all) {
            ObjectNode row = rows.addObject();
            row.putObject("attributes").put("type", object.name()).put("referenceId", object.name() + rows.size());
            fill(row, object, values);
        }
        return JSON.createObjectNode().<ObjectNode>set("records", rows).toPrettyString();
    }

    private static void fill(ObjectNode row, CustomerCrm.CrmObject object, Map<String, String> values) {
        values.forEach((attribute, value) -> row.put(object.field(attribute), value));
    }

    private List<Map<String, String>> companies(CustomerCrm crm) {
        return customers.of(crm).stream().map(CustomerCopy::company).toList();
    }

    private List<Map<String, String>> people(CustomerCrm crm) {
        return customers.of(crm).stream()
                .map(CustomerCopy::person)
                .filter(person -> !person.isEmpty())
                .toList();
    }
}
