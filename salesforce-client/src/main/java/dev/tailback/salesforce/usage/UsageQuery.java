package dev.tailback.salesforce.usage;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.mapping.Idea;
import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.Part;
import dev.tailback.salesforce.query.Cells;
import dev.tailback.salesforce.query.Soql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The queries for usage, and how their rows read. */
record UsageQuery(Mapping mapping) {

    private static final String ID = "Id";

    /** What a number of JSON holds exactly in every language. */
    private static final long HIGHEST_VERSION = 999_999_999_999_999L;

    String ofEntries(Collection<UUID> ids) {
        return select() + " WHERE " + mapping.field(Idea.EXTERNAL_ID) + " IN " + Soql.list(ids);
    }

    String ofContract(String contractId) {
        return select() + " WHERE " + mapping.fromUsage(Idea.CONTRACT) + " = " + Soql.quoted(contractId) + " ORDER BY "
                + mapping.field(Idea.CONTRACT_PRODUCT) + ", CreatedDate, Id";
    }

    /** In the order of external ids, which is the order of the ledger's ids: both are lower-case hexadecimal digits. */
    String page(UsagePageSearch search) {
        String key = mapping.field(Idea.EXTERNAL_ID);
        List<String> conditions = new ArrayList<>();
        search.contractId().ifPresent(id -> conditions.add(mapping.fromUsage(Idea.CONTRACT) + " = " + Soql.quoted(id)));
        search.after().ifPresent(last -> conditions.add(key + " > " + Soql.quoted(last)));
        String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        return select() + where + " ORDER BY " + key + " LIMIT " + search.limit();
    }

    private String select() {
        Stream<String> ways = Stream.of(
                        Idea.EXTERNAL_ID,
                        Idea.CONTRACT_PRODUCT,
                        Idea.CONTRACT,
                        Idea.VERSION,
                        Idea.UNITS,
                        Idea.CANCELLED,
                        Idea.AD_REFERENCE)
                .map(mapping::fromUsage);
        String locked = mapping.find(Idea.LOCKED)
                .orElseGet(() -> mapping.fulfilledFromUsage().field());
        return "SELECT "
                + Soql.fields(Stream.of(Stream.of(ID), ways, Stream.of(locked)).flatMap(all -> all)) + " FROM "
                + mapping.object(Part.USAGE);
    }

    UsageRow read(JsonNode json) {
        Cells usage = new Cells(json);
        ExternalId key = key(usage);
        return key.entry().isPresent()
                ? new UsageRow(key.text(), contract(usage), Optional.of(held(json)), Optional.empty())
                : new UsageRow(key.text(), contract(usage), Optional.empty(), Optional.of(stray(usage, key)));
    }

    HeldUsage held(JsonNode json) {
        Cells usage = new Cells(json);
        return new HeldUsage(
                key(usage).requireEntry(),
                usage.id(ID),
                contract(usage),
                usage.id(mapping.field(Idea.CONTRACT_PRODUCT)),
                usage.whole(mapping.field(Idea.VERSION), HIGHEST_VERSION),
                (int) usage.whole(mapping.field(Idea.UNITS), Integer.MAX_VALUE),
                usage.flag(mapping.field(Idea.CANCELLED)),
                usage.text(mapping.field(Idea.AD_REFERENCE)),
                mapping.find(Idea.LOCKED).map(usage::flag).orElseGet(() -> usage.holds(mapping.fulfilledFromUsage())));
    }

    private ExternalId key(Cells usage) {
        return ExternalId.in(usage, mapping.field(Idea.EXTERNAL_ID));
    }

    private StrayUsage stray(Cells usage, ExternalId key) {
        return new StrayUsage(usage.id(ID), contract(usage), key.shown());
    }

    private String contract(Cells usage) {
        return usage.id(mapping.fromUsage(Idea.CONTRACT));
    }
}
