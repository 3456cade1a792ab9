package dev.tailback.app.entries;

import java.util.Optional;

/** Which entries to show; {@code page} counts from 0, 50 entries each. */
public record EntrySearch(Optional<EntryState> state, Optional<String> code, Optional<String> contractId, int page) {

    Filter filter() {
        Filter filter = new Filter();
        state.ifPresent(wanted -> filter.and(wanted.condition()));
        code.ifPresent(wanted -> ShownCode.narrow(filter, wanted));
        contractId.ifPresent(wanted -> filter.and("e.contract_id = ?", wanted));
        return filter;
    }
}
