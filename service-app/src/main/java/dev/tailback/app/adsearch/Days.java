package dev.tailback.app.adsearch;

import dev.tailback.app.entries.Filter;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Ads of certain days; both ends count.
 *
 * @param ofService of the date of service, else of the day they were created, in UTC
 */
public record Days(boolean ofService, Optional<LocalDate> from, Optional<LocalDate> to) {

    void narrow(Filter filter) {
        if (ofService) {
            from.ifPresent(day -> filter.and("a.service_date >= ?", day));
            to.ifPresent(day -> filter.and("a.service_date <= ?", day));
        } else {
            from.ifPresent(day -> filter.and("a.created_at >= ?", begin(day)));
            to.ifPresent(day -> filter.and("a.created_at < ?", begin(day.plusDays(1))));
        }
    }

    private static OffsetDateTime begin(LocalDate day) {
        return day.atStartOfDay().atOffset(ZoneOffset.UTC);
    }
}
