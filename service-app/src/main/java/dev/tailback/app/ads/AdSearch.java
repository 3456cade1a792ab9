package dev.tailback.app.ads;

import dev.tailback.app.entries.EntryState;
import dev.tailback.app.entries.Filter;
import java.util.Optional;

/**
 * Which ads to show.
 *
 * @param query a part of the title, of the customer's name or of the contract's number; or a reference such as
 *     {@code AD-17}; or an id
 * @param state ads with an entry in this state
 * @param page from 0, 50 ads each
 */
public record AdSearch(Optional<String> query, Optional<EntryState> state, Optional<String> contractId, int page) {

    private static final String TEXT = """
            (a.title ilike ? or l.customer ilike ? or l.number ilike ? or upper(?) = a.reference
             or cast(a.id as text) = lower(?)
             or exists (select 1 from usage_entry q where q.ad_id = a.id and cast(q.id as text) = lower(?)))
            """;

    Filter filter() {
        Filter filter = new Filter();
        query.ifPresent(text -> {
            String anywhere = Filter.anywhere(text);
            String exact = text.strip();
            filter.and(TEXT, anywhere, anywhere, anywhere, exact, exact, exact);
        });
        state.ifPresent(wanted ->
                filter.and("exists (select 1 from shown_entry e where e.ad_id = a.id and " + wanted.condition() + ")"));
        contractId.ifPresent(id -> filter.and("a.contract_id = ?", id));
        return filter;
    }
}
