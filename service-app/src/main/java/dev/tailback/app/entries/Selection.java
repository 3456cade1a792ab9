package dev.tailback.app.entries;

import dev.tailback.web.input.Period;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;

/**
 * What a set of entries has in common, whatever their state.
 *
 * @param code the reason's code
 * @param contractId Salesforce's id of the contract
 * @param text an entry's id, an ad's reference; or a part of a title, a customer, a contract's number or a reason
 * @param period something happened to the entry in it: a person changed it, or Salesforce answered
 */
public record Selection(Optional<String> code, Optional<String> contractId, Optional<String> text, Period period) {

    /** Every entry. */
    public static final Selection ALL =
            new Selection(Optional.empty(), Optional.empty(), Optional.empty(), Period.ALWAYS);

    private static final Instant FOR_EVER = Instant.parse("9999-01-01T00:00:00Z");

    public boolean isAll() {
        return equals(ALL);
    }

    /** Narrows a search over the rows {@code e} of {@code shown_entry}. */
    Filter narrowShown(Filter filter) {
        code.ifPresent(wanted -> ShownCode.narrow(filter, wanted));
        return narrow(filter);
    }

    /** Narrows a search over the rows {@code e} of {@code shown_entry} or {@code ledger_entry}, but not by the code. */
    public Filter narrow(Filter filter) {
        contractId.ifPresent(wanted -> filter.and("e.contract_id = ?", wanted));
        text.ifPresent(wanted -> narrowByText(filter, wanted));
        narrowByTime(filter);
        return filter;
    }

    private static void narrowByText(Filter filter, String wanted) {
        String part = Filter.anywhere(wanted);
        filter.and("""
                (e.id::text = lower(?) or e.reason ilike ?
                    or exists (select from ad a where a.id = e.ad_id
                        and ('AD-' || a.number = upper(?) or a.title ilike ?))
                    or exists (select from contract_label c where c.contract_id = e.contract_id
                        and (c.customer ilike ? or c.number ilike ?)))""", wanted.strip(), part, wanted.strip(), part, part, part);
    }

    private void narrowByTime(Filter filter) {
        if (!period.isAlways()) {
            filter.and(
                    "e.id in (select h.entry_id from usage_history h where h.at >= ? and h.at < ?)",
                    Timestamp.from(period.since().orElse(Instant.EPOCH)),
                    Timestamp.from(period.until().orElse(FOR_EVER)));
        }
    }
}
