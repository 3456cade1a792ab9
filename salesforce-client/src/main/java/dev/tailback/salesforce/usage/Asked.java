package dev.tailback.salesforce.usage;

import dev.tailback.salesforce.query.Soql;
import dev.tailback.salesforce.query.UnusableRow;
import dev.tailback.salesforce.text.ForeignText;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** What a question was about. A row that is an answer to another question is not believed. */
final class Asked {

    private final Predicate<HeldUsage> entries;
    private final Predicate<UsageRow> rows;

    private Asked(Predicate<HeldUsage> entries, Predicate<UsageRow> rows) {
        this.entries = entries;
        this.rows = rows;
    }

    static Asked entries(Collection<UUID> ids) {
        Set<UUID> wanted = Set.copyOf(ids);
        return new Asked(held -> wanted.contains(held.entryId()), row -> true);
    }

    public static Asked contract(String id) {
        return new Asked(held -> Soql.sameRecord(id, held.contractId()), row -> true);
    }

    /** Rows of this contract only, and none that an earlier page has brought. */
    public static Asked page(UsagePageSearch search) {
        Optional<UUID> after = search.after().flatMap(ExternalId::entry);
        return new Asked(
                held -> true,
                row -> search.contractId()
                                .filter(id -> !Soql.sameRecord(id, row.contractId()))
                                .isEmpty()
                        && after.filter(last -> isBrought(row, last)).isEmpty());
    }

    HeldUsage held(HeldUsage held) {
        return require(held, entries, held.salesforceId());
    }

    public UsageRow row(UsageRow row) {
        return require(row, rows, row.key());
    }

    private static boolean isBrought(UsageRow row, UUID last) {
        return ExternalId.entry(row.key())
                .filter(key -> key.toString().compareTo(last.toString()) <= 0)
                .isPresent();
    }

    private static <T> T require(T row, Predicate<T> asked, String which) {
        if (!asked.test(row)) {
            throw new UnusableRow("Salesforce answers with a row that was not asked for (" + ForeignText.line(which, 80)
                    + "): ask again, and if it stays so, see who answers there.");
        }
        return row;
    }
}
