package dev.tailback.app.operator.operations;

import dev.tailback.app.entries.Filter;
import dev.tailback.web.input.Period;
import java.sql.Timestamp;
import java.util.Optional;

/** Which operations to show; {@code page} counts from 0, 50 operations each. */
public record OperationSearch(Optional<String> who, Optional<OperatorAction> what, Period period, int page) {

    Filter filter() {
        Filter filter = new Filter();
        who.ifPresent(wanted -> filter.and("o.who = ?", wanted));
        what.ifPresent(wanted -> filter.and("o.what = ?", wanted.name()));
        period.since().ifPresent(since -> filter.and("o.at >= ?", Timestamp.from(since)));
        period.until().ifPresent(until -> filter.and("o.at < ?", Timestamp.from(until)));
        return filter;
    }
}
