package dev.tailback.verification.story;

import dev.tailback.mapping.shipped.ContractFields;
import dev.tailback.mapping.shipped.ContractProductFields;
import dev.tailback.mapping.shipped.UsageFields;
import dev.tailback.verification.fleet.Http.Answer;
import dev.tailback.verification.fleet.Org;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a person sees and does in Salesforce, through its REST API and under that person's own permissions. */
final class SalesDesk {
    private final Org org;

    SalesDesk(URI org, String username) {
        this.org = new Org(org, username);
    }

    String contractOf(String customer) {
        String soql = "SELECT %s FROM %s WHERE %s = '%s' ORDER BY %s"
                .formatted(
                        ContractFields.ID,
                        ContractFields.OBJECT,
                        ContractFields.CUSTOMER_NAME,
                        customer,
                        ContractFields.NUMBER);
        return org.query(soql).stream()
                .findFirst()
                .map(row -> row.path(ContractFields.ID).asText())
                .orElse("");
    }

    List<ProductLine> products(String contractId) {
        String soql = "SELECT %s FROM %s WHERE %s = '%s' ORDER BY %s"
                .formatted(
                        String.join(
                                ", ",
                                ContractProductFields.ID,
                                ContractProductFields.PRODUCT,
                                ContractProductFields.UNITS_SOLD,
                                ContractProductFields.CONSUMED,
                                ContractProductFields.AVAILABLE),
                        ContractProductFields.OBJECT,
                        ContractProductFields.CONTRACT,
                        contractId,
                        ContractProductFields.PRODUCT);
        List<ProductLine> lines = new ArrayList<>();
        org.query(soql)
                .forEach(row -> lines.add(new ProductLine(
                        row.path(ContractProductFields.ID).asText(),
                        row.path(ContractProductFields.PRODUCT).asText(),
                        row.path(ContractProductFields.UNITS_SOLD).asInt(),
                        row.path(ContractProductFields.CONSUMED).asInt(),
                        row.path(ContractProductFields.AVAILABLE).asInt())));
        return lines;
    }

    ProductLine product(String contractId, String product) {
        return products(contractId).stream()
                .filter(line -> line.product().equals(product))
                .findFirst()
                .orElseThrow(() -> new StoryFailed("Contract " + contractId + " sells no " + product));
    }

    /** In the order in which Salesforce created them. */
    List<UsageRow> usage(String contractId) {
        String soql = "SELECT %s FROM %s WHERE %s = '%s' ORDER BY %s"
                .formatted(
                        String.join(
                                ", ",
                                UsageFields.NUMBER,
                                UsageFields.EXTERNAL_ID,
                                UsageFields.UNITS,
                                UsageFields.VERSION,
                                UsageFields.CANCELLED),
                        UsageFields.OBJECT,
                        UsageFields.CONTRACT,
                        contractId,
                        UsageFields.NUMBER);
        List<UsageRow> rows = new ArrayList<>();
        org.query(soql)
                .forEach(row -> rows.add(new UsageRow(
                        row.path(UsageFields.EXTERNAL_ID).asText(),
                        row.path(UsageFields.NUMBER).asText(),
                        row.path(UsageFields.UNITS).asInt(),
                        row.path(UsageFields.VERSION).asInt(),
                        row.path(UsageFields.CANCELLED).asBoolean())));
        return rows;
    }

    List<UsageRow> usageOfEntry(String contractId, String entryId) {
        return usage(contractId).stream()
                .filter(row -> row.entryId().equalsIgnoreCase(entryId))
                .toList();
    }

    void fulfil(String contractId) {
        Optional<Answer> answer = org.status(contractId, ContractFields.FULFILLED);
        if (answer.isEmpty() || answer.get().status() != 204) {
            throw new StoryFailed("Salesforce refused to fulfil " + contractId + ": " + answer);
        }
    }
}
