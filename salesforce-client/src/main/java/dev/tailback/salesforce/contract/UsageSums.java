package dev.tailback.salesforce.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.mapping.Idea;
import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.Part;
import dev.tailback.salesforce.Reading;
import dev.tailback.salesforce.query.Cells;
import dev.tailback.salesforce.query.OrgQuery;
import dev.tailback.salesforce.query.Soql;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Adds up usage that is not cancelled, for an org that has no roll-up for it. Salesforce gives at most 2,000 sums in
 * one answer and refuses more, which is never taken for nothing consumed.
 */
record UsageSums(OrgQuery query, Mapping mapping) {

    private static final String KEY = "summed";
    private static final String UNITS = "units";

    Reading<Map<String, BigDecimal>> byLine(Collection<String> contractIds) {
        return sums(mapping.fromUsage(Idea.CONTRACT_PRODUCT), ofContracts(contractIds));
    }

    Reading<Map<String, BigDecimal>> byContract(Collection<String> contractIds) {
        return sums(mapping.fromUsage(Idea.CONTRACT), ofContracts(contractIds));
    }

    /** Of contracts that are not fulfilled. */
    Reading<Map<String, BigDecimal>> byOpenContract(int most) {
        return sums(mapping.fromUsage(Idea.CONTRACT), Soql.fails(mapping.fulfilledFromUsage()), " LIMIT " + most);
    }

    private String ofContracts(Collection<String> ids) {
        return mapping.fromUsage(Idea.CONTRACT) + " IN " + Soql.list(ids);
    }

    private Reading<Map<String, BigDecimal>> sums(String by, String condition) {
        return sums(by, condition, "");
    }

    private Reading<Map<String, BigDecimal>> sums(String by, String condition, String end) {
        String soql = "SELECT " + by + " " + KEY + ", SUM(" + mapping.field(Idea.UNITS) + ") " + UNITS + " FROM "
                + mapping.object(Part.USAGE) + " WHERE " + mapping.field(Idea.CANCELLED) + " = false AND " + condition
                + " GROUP BY " + by + end;
        return query.rows(soql, UsageSums::sum).map(UsageSums::together);
    }

    private static Map.Entry<String, BigDecimal> sum(JsonNode row) {
        Cells cells = new Cells(row);
        return Map.entry(cells.id(KEY), cells.amount(UNITS));
    }

    private static Map<String, BigDecimal> together(List<Map.Entry<String, BigDecimal>> sums) {
        Map<String, BigDecimal> all = new HashMap<>();
        sums.forEach(sum -> all.merge(sum.getKey(), sum.getValue(), BigDecimal::add));
        return all;
    }
}
