package dev.tailback.salesforce.usage;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.mapping.Condition;
import dev.tailback.mapping.FieldPath;
import dev.tailback.mapping.Idea;
import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.Part;
import dev.tailback.salesforce.currency.OrgCurrency;
import dev.tailback.salesforce.query.Cells;
import dev.tailback.salesforce.query.Soql;
import dev.tailback.salesforce.query.Timestamps;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The query for locked usage, and how its rows read. */
record LockedUsageQuery(Mapping mapping, OrgCurrency currency) {

    private static final String ID = "Id";

    String of(LockedUsageSearch search) {
        String contract = search.contractId()
                .map(id -> " AND " + mapping.fromUsage(Idea.CONTRACT) + " = " + Soql.quoted(id))
                .orElse("");
        return "SELECT " + Soql.fields(fields()) + " FROM " + mapping.object(Part.USAGE) + " WHERE " + locked()
                + " AND "
                + mapping.field(Idea.CANCELLED) + " = false" + contract + span(search) + " ORDER BY "
                + mapping.fromUsage(Idea.NUMBER) + ", " + mapping.field(Idea.CONTRACT_PRODUCT)
                + ", CreatedDate, Id LIMIT " + search.most();
    }

    private Stream<String> fields() {
        Stream<String> ways = Stream.of(
                        Idea.EXTERNAL_ID,
                        Idea.VERSION,
                        Idea.AD_REFERENCE,
                        Idea.SERVICE_DATE,
                        Idea.UNITS,
                        Idea.CONTRACT_PRODUCT,
                        Idea.PRODUCT,
                        Idea.UNITS_SOLD,
                        Idea.UNIT_PRICE,
                        Idea.CONTRACT,
                        Idea.NUMBER,
                        Idea.CUSTOMER,
                        Idea.CUSTOMER_NAME,
                        Idea.FULFILLED_ON)
                .flatMap(idea -> mapping.findFromUsage(idea).stream());
        String code = currency.fold(one -> ID, many -> currencyOfLine());
        return Stream.of(Stream.of(ID), ways, Stream.of(code)).flatMap(all -> all);
    }

    private String currencyOfLine() {
        return FieldPath.relationship(mapping.field(Idea.CONTRACT_PRODUCT)) + "." + OrgCurrency.FIELD;
    }

    /** Salesforce decides where it has a field for it; elsewhere usage of a fulfilled contract counts as locked. */
    private String locked() {
        return Soql.holds(mapping.find(Idea.LOCKED)
                .map(field -> new Condition(field, List.of("true")))
                .orElseGet(mapping::fulfilledFromUsage));
    }

    private String span(LockedUsageSearch search) {
        Optional<String> time = mapping.findFromUsage(Idea.FULFILLED_ON);
        List<String> bounds = new ArrayList<>();
        time.ifPresent(on -> {
            search.from().ifPresent(from -> bounds.add(on + " >= " + Timestamps.literal(from)));
            search.to().ifPresent(to -> bounds.add(on + " < " + Timestamps.literal(to)));
        });
        return time.filter(on -> !bounds.isEmpty())
                .map(on -> bounds.stream().collect(Collectors.joining(" AND ", " AND (" + on + " = null OR (", "))")))
                .orElse("");
    }

    LockedUsage read(JsonNode row) {
        Cells usage = new Cells(row);
        return new LockedUsage(
                ExternalId.in(usage, mapping.field(Idea.EXTERNAL_ID)).requireEntry(),
                usage.whole(mapping.field(Idea.VERSION), Long.MAX_VALUE),
                usage.id(ID),
                usage.id(mapping.fromUsage(Idea.CUSTOMER)),
                usage.text(mapping.fromUsage(Idea.CUSTOMER_NAME)),
                usage.id(mapping.fromUsage(Idea.CONTRACT)),
                usage.text(mapping.fromUsage(Idea.NUMBER)),
                mapping.findFromUsage(Idea.FULFILLED_ON).flatMap(usage::time),
                usage.id(mapping.field(Idea.CONTRACT_PRODUCT)),
                usage.text(mapping.fromUsage(Idea.PRODUCT)),
                usage.amount(mapping.fromUsage(Idea.UNITS_SOLD)),
                usage.text(mapping.field(Idea.AD_REFERENCE)),
                mapping.findFromUsage(Idea.SERVICE_DATE).flatMap(usage::date),
                (int) usage.whole(mapping.field(Idea.UNITS), Integer.MAX_VALUE),
                mapping.findFromUsage(Idea.UNIT_PRICE).map(usage::amount).orElse(BigDecimal.ZERO),
                currency.fold(OrgCurrency.One::code, many -> usage.text(currencyOfLine())));
    }
}
