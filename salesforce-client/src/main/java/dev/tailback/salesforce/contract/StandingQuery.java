package dev.tailback.salesforce.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.mapping.Idea;
import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.Part;
import dev.tailback.salesforce.query.Cells;
import dev.tailback.salesforce.query.Soql;
import dev.tailback.salesforce.query.Timestamps;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The queries for where contracts stand, and how their rows read. */
record StandingQuery(Mapping mapping) {

    private static final String ID = "Id";

    /** Whether Salesforce counts the units of a contract itself. */
    boolean countedOnContract() {
        return mapping.find(Idea.UNITS_CONSUMED).isPresent();
    }

    String fulfilledBetween(Instant from, Instant to, int most) {
        String span = mapping.find(Idea.FULFILLED_ON)
                .map(time -> " AND (" + time + " = null OR (" + time + " >= " + Timestamps.literal(from) + " AND "
                        + time + " < " + Timestamps.literal(to) + "))")
                .orElse("");
        return select(Soql.holds(mapping.fulfilled()) + only() + span, most);
    }

    /** Only where {@link #countedOnContract()}. */
    String openWithUsage(int most) {
        return select(
                Soql.fails(mapping.fulfilled()) + only() + " AND " + mapping.field(Idea.UNITS_CONSUMED) + " > 0", most);
    }

    String ofIds(Collection<String> ids, int most) {
        return select("Id IN " + Soql.list(ids), most);
    }

    private String only() {
        return mapping.only(Part.CONTRACT).stream()
                .map(condition -> " AND " + Soql.holds(condition))
                .collect(Collectors.joining());
    }

    private String select(String condition, int most) {
        Stream<String> fields = Stream.of(
                        Idea.NUMBER,
                        Idea.CUSTOMER_NAME,
                        Idea.FULFILLED,
                        Idea.FULFILLED_ON,
                        Idea.END_DATE,
                        Idea.UNITS_CONSUMED)
                .flatMap(idea -> mapping.find(idea).stream());
        return "SELECT " + Soql.fields(Stream.concat(Stream.of(ID), fields)) + " FROM " + mapping.object(Part.CONTRACT)
                + " WHERE " + condition + " ORDER BY " + mapping.field(Idea.NUMBER) + " LIMIT " + most;
    }

    ContractStanding read(JsonNode row) {
        Cells contract = new Cells(row);
        return new ContractStanding(
                contract.id(ID),
                contract.text(mapping.field(Idea.NUMBER)),
                contract.text(mapping.field(Idea.CUSTOMER_NAME)),
                contract.holds(mapping.fulfilled()),
                mapping.find(Idea.FULFILLED_ON).flatMap(contract::time),
                mapping.find(Idea.END_DATE).flatMap(contract::date),
                mapping.find(Idea.UNITS_CONSUMED).map(contract::amount).orElse(BigDecimal.ZERO));
    }
}
