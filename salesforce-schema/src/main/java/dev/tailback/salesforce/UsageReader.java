package dev.tailback.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads back the usage that Salesforce holds, to show it, to compare it, and to go back to it. */
public final class UsageReader {

    /** Two hundred ids fill two thirds of the longest address Salesforce accepts (16,384 bytes). */
    private static final int IDS_PER_QUERY = 200;

    /** Nobody at a screen waits for a page of thousands of rows. */
    private static final Duration PATIENCE_FOR_A_PAGE = Duration.ofSeconds(30);

    private final OrgQuery query;

    public UsageReader(SalesforceSession session) {
        this.query = new OrgQuery(session);
    }

    /** What Salesforce holds of these entries, in no order; an entry it does not hold is not in the list. */
    public Reading<List<HeldUsage>> byEntryIds(Collection<UUID> ids) {
        List<UUID> wanted = List.copyOf(ids);
        Reading<List<HeldUsage>> all = new Reading.Found<>(List.of(), query.now());
        for (int from = 0; from < wanted.size(); from += IDS_PER_QUERY) {
            List<UUID> some = wanted.subList(from, Math.min(from + IDS_PER_QUERY, wanted.size()));
            all = all.flatMap(found -> read(UsageSoql.ofEntries(some)).map(more -> joined(found.value(), more)));
        }
        return all;
    }

    /** All usage of a contract, by product and age; empty when there is none, absent when the text is no record id. */
    public Reading<List<HeldUsage>> byContract(String contractId) {
        return Soql.isId(contractId) ? read(UsageSoql.ofContract(contractId)) : new Reading.Absent<>();
    }

    /**
     * The next page of all usage, or of one contract's, in the order of external ids. A page is one call, and the next one begins after its last key,
     * so that the whole org can be read with little memory and no cursor that could end.
     */
    public Reading<UsagePage> page(UsagePageSearch search) {
        if (search.contractId().filter(id -> !Soql.isId(id)).isPresent()) {
            return new Reading.Absent<>();
        }
        return query.rows(UsageSoql.page(search), PATIENCE_FOR_A_PAGE, row -> row)
                .map(rows -> page(rows, rows.size() < search.limit()));
    }

    private static UsagePage page(List<JsonNode> rows, boolean last) {
        Map<Boolean, List<JsonNode>> byUsable = rows.stream()
                .collect(Collectors.partitioningBy(row -> EntryIds.find(row).isPresent()));
        return new UsagePage(
                byUsable.get(true).stream().map(UsageReader::usage).toList(),
                byUsable.get(false).stream().map(UsageReader::stray).toList(),
                rows.isEmpty() ? Optional.empty() : Optional.of(EntryIds.text(rows.get(rows.size() - 1))),
                last);
    }

    private static StrayUsage stray(JsonNode row) {
        return new StrayUsage(row.path(UsageFields.ID).asText(), contract(row), EntryIds.text(row));
    }

    private Reading<List<HeldUsage>> read(String soql) {
        return query.rows(soql, UsageReader::usage);
    }

    private static List<HeldUsage> joined(List<HeldUsage> some, List<HeldUsage> more) {
        List<HeldUsage> all = new ArrayList<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }

    private static HeldUsage usage(JsonNode row) {
        return new HeldUsage(
                EntryIds.of(row),
                row.path(UsageFields.ID).asText(),
                contract(row),
                row.path(UsageFields.CONTRACT_PRODUCT).asText(),
                row.path(UsageFields.VERSION).longValue(),
                row.path(UsageFields.UNITS).intValue(),
                row.path(UsageFields.CANCELLED).booleanValue(),
                row.path(UsageFields.AD_REFERENCE).asText(""),
                row.path(UsageFields.LOCKED).booleanValue());
    }

    private static String contract(JsonNode row) {
        return row.path("Contract_Product__r")
                .path(ContractProductFields.CONTRACT)
                .asText();
    }
}
