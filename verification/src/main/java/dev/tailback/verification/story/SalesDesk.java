package dev.tailback.verification.story;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.mapping.Idea;
import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.Part;
import dev.tailback.verification.fleet.Http.Answer;
import dev.tailback.verification.fleet.Org;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a person sees and does in Salesforce, through its REST API and under that person's own permissions. Where the org
 * counts nothing itself, the person adds up the usage, as a report would.
 */
final class SalesDesk {
    private static final String ID = "Id";

    private final Org org;
    private final Mapping mapping;

    SalesDesk(URI org, String username, Mapping mapping) {
        this.org = new Org(org, username);
        this.mapping = mapping;
    }

    String contractOf(String customer) {
        String soql = "SELECT Id FROM %s WHERE %s = '%s' ORDER BY %s"
                .formatted(
                        mapping.object(Part.CONTRACT),
                        mapping.field(Idea.CUSTOMER_NAME),
                        customer,
                        mapping.field(Idea.NUMBER));
        return org.query(soql).stream()
                .findFirst()
                .map(row -> row.path(ID).asText())
                .orElse("");
    }

    List<ProductLine> products(String contractId) {
        String fields = Stream.of(Idea.PRODUCT, Idea.UNITS_SOLD, Idea.CONSUMED, Idea.AVAILABLE)
                .flatMap(idea -> mapping.find(idea).stream())
                .collect(Collectors.joining(", "));
        String soql = "SELECT Id, %s FROM %s WHERE %s = '%s' ORDER BY %s"
                .formatted(
                        fields,
                        mapping.object(Part.CONTRACT_PRODUCT),
                        mapping.field(Idea.CONTRACT),
                        contractId,
                        mapping.field(Idea.PRODUCT));
        List<ProductLine> lines = new ArrayList<>();
        org.query(soql).forEach(row -> lines.add(line(contractId, row)));
        return lines;
    }

    private ProductLine line(String contractId, JsonNode row) {
        String id = row.path(ID).asText();
        int sold = value(row, mapping.field(Idea.UNITS_SOLD)).asInt();
        int consumed = mapping.find(Idea.CONSUMED)
                .map(field -> value(row, field).asInt())
                .orElseGet(() -> addedUp(contractId, id));
        int available = mapping.find(Idea.AVAILABLE)
                .map(field -> value(row, field).asInt())
                .orElse(sold - consumed);
        return new ProductLine(id, value(row, mapping.field(Idea.PRODUCT)).asText(), sold, consumed, available);
    }

    private int addedUp(String contractId, String lineId) {
        return usage(contractId).stream()
                .filter(row -> row.lineId().equals(lineId) && !row.cancelled())
                .mapToInt(UsageRow::units)
                .sum();
    }

    ProductLine product(String contractId, String product) {
        return products(contractId).stream()
                .filter(line -> line.product().equals(product))
                .findFirst()
                .orElseThrow(() -> new StoryFailed("Contract " + contractId + " sells no " + product));
    }

    /** In the order in which Salesforce created them. */
    List<UsageRow> usage(String contractId) {
        String fields = Stream.of(Idea.EXTERNAL_ID, Idea.CONTRACT_PRODUCT, Idea.UNITS, Idea.VERSION, Idea.CANCELLED)
                .map(mapping::field)
                .collect(Collectors.joining(", "));
        String soql = "SELECT Name, %s FROM %s WHERE %s = '%s' ORDER BY CreatedDate, Id"
                .formatted(fields, mapping.object(Part.USAGE), mapping.fromUsage(Idea.CONTRACT), contractId);
        List<UsageRow> rows = new ArrayList<>();
        org.query(soql)
                .forEach(row -> rows.add(new UsageRow(
                        row.path(mapping.field(Idea.EXTERNAL_ID)).asText(),
                        row.path("Name").asText(),
                        row.path(mapping.field(Idea.CONTRACT_PRODUCT)).asText(),
                        row.path(mapping.field(Idea.UNITS)).asInt(),
                        row.path(mapping.field(Idea.VERSION)).asInt(),
                        row.path(mapping.field(Idea.CANCELLED)).asBoolean())));
        return rows;
    }

    List<UsageRow> usageOfEntry(String contractId, String entryId) {
        return usage(contractId).stream()
                .filter(row -> row.entryId().equalsIgnoreCase(entryId))
                .toList();
    }

    void fulfil(String contractId) {
        Optional<Answer> answer = org.set(
                mapping.object(Part.CONTRACT),
                contractId,
                mapping.field(Idea.FULFILLED),
                mapping.fulfilledWhen().get(0));
        if (answer.isEmpty() || answer.get().status() != 204) {
            throw new StoryFailed("Salesforce refused to fulfil " + contractId + ": " + answer);
        }
    }

    /** A field, or one over relationships. */
    private static JsonNode value(JsonNode row, String path) {
        JsonNode value = row;
        for (String step : path.split("\\.", -1)) {
            value = value.path(step);
        }
        return value;
    }
}
