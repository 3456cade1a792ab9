package dev.tailback.app.entries;

import java.util.Optional;

/** Which entries to show; {@code page} counts from 0, 50 entries each. */
public record EntrySearch(Optional<EntryState> state, Selection selection, int page) {

    Filter filter() {
        Filter filter = new Filter();
        state.ifPresent(wanted -> filter.and(wanted.condition()));
        return selection.narrowShown(filter);
    }
}
