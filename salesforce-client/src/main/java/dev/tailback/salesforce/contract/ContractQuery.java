package dev.tailback.salesforce.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.mapping.Idea;
import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.Part;
import dev.tailback.salesforce.currency.OrgCurrency;
import dev.tailback.salesforce.query.Cells;
import dev.tailback.salesforce.query.Soql;
import dev.tailback.salesforce.query.UnusableRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The queries for contracts, and how their rows read. The lines come in the same query, so that a contract and its
 * lines are of one moment.
 *
 * @param currency how the org keeps currencies; empty when that is not known
 */
record ContractQuery(Mapping mapping, Optional<OrgCurrency> currency) {

    /** Salesforce numbers contracts and orders with eight digits. */
    private static final int NUMBER_LENGTH = 8;

    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");
    private static final String ID = "Id";

    String one(String id) {
        return select() + where(Stream.concat(Stream.of("Id = " + Soql.quoted(id)), only(Part.CONTRACT)));
    }

    String page(ContractSearch search) {
        List<String> conditions = new ArrayList<>();
        search.customer()
                .ifPresent(
                        text -> conditions.add(mapping.field(Idea.CUSTOMER_NAME) + " LIKE " + Soql.containing(text)));
        search.number().ifPresent(text -> conditions.add(number(text)));
        return select() + where(Stream.concat(conditions.stream(), only(Part.CONTRACT))) + " ORDER BY "
                + mapping.field(Idea.CUSTOMER_NAME) + ", " + mapping.field(Idea.NUMBER) + " LIMIT "
                + (search.size() + 1) + " OFFSET " + search.page() * search.size();
    }

    private String select() {
        return "SELECT " + contractFields() + ", (SELECT " + lineFields() + " FROM " + mapping.listedAs()
                + where(only(Part.CONTRACT_PRODUCT)) + " ORDER BY " + mapping.field(Idea.PRODUCT) + ", Id) FROM "
                + mapping.object(Part.CONTRACT);
    }

    private String contractFields() {
        return Soql.fields(Stream.of(
                ID, mapping.field(Idea.NUMBER), mapping.field(Idea.CUSTOMER_NAME), mapping.field(Idea.FULFILLED)));
    }

    /** Only an org with many currencies has the field of the code; elsewhere a query that names it is refused. */
    private String lineFields() {
        Stream<String> fields = Stream.of(Idea.PRODUCT, Idea.UNITS_SOLD, Idea.UNIT_PRICE, Idea.CONSUMED, Idea.AVAILABLE)
                .flatMap(idea -> mapping.find(idea).stream());
        Stream<String> code = currency.map(known -> known.fold(one -> "", many -> OrgCurrency.FIELD)).stream()
                .filter(field -> !field.isEmpty());
        return Soql.fields(Stream.of(Stream.of(ID), fields, code).flatMap(all -> all));
    }

    private Stream<String> only(Part part) {
        return mapping.only(part).stream().map(Soql::holds);
    }

    private static String where(Stream<String> conditions) {
        String all = conditions.collect(Collectors.joining(" AND "));
        return all.isEmpty() ? "" : " WHERE " + all;
    }

    private String number(String text) {
        String field = mapping.field(Idea.NUMBER);
        String beginning = field + " LIKE " + Soql.beginningWith(text);
        return text.matches("\\d{1," + (NUMBER_LENGTH - 1) + "}")
                ? "(" + beginning + " OR " + field + " = '" + "0".repeat(NUMBER_LENGTH - text.length()) + text + "')"
                : beginning;
    }

    Contract read(JsonNode row) {
        Cells cells = new Cells(row);
        return new Contract(
                cells.id(ID),
                cells.text(mapping.field(Idea.NUMBER)),
                cells.text(mapping.field(Idea.CUSTOMER_NAME)),
                cells.holds(mapping.fulfilled()),
                products(cells.in(mapping.listedAs())));
    }

    /** There is nothing when the contract has no lines. */
    private List<ContractProduct> products(Cells lines) {
        if (lines.row().has("done") && !lines.flag("done")) {
            throw new UnusableRow(
                    "A contract has more product lines than one answer of Salesforce holds. Narrow the search.");
        }
        List<ContractProduct> products = new ArrayList<>();
        lines.list("records").forEach(line -> products.add(product(new Cells(line))));
        return List.copyOf(products);
    }

    private ContractProduct product(Cells line) {
        BigDecimal sold = line.amount(mapping.field(Idea.UNITS_SOLD));
        BigDecimal consumed = amount(line, Idea.CONSUMED).orElse(BigDecimal.ZERO);
        return new ContractProduct(
                line.id(ID),
                line.text(mapping.field(Idea.PRODUCT)),
                sold,
                amount(line, Idea.UNIT_PRICE).orElse(BigDecimal.ZERO),
                currency.map(known -> known.fold(OrgCurrency.One::code, many -> line.text(OrgCurrency.FIELD)))
                        .filter(code -> CODE.matcher(code).matches()),
                consumed,
                amount(line, Idea.AVAILABLE).orElseGet(() -> sold.subtract(consumed)));
    }

    private Optional<BigDecimal> amount(Cells line, Idea idea) {
        return mapping.find(idea).map(line::amount);
    }
}
