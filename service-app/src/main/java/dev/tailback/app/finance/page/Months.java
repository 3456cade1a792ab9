package dev.tailback.app.finance.page;

import dev.tailback.app.finance.lines.FinanceScope;
import dev.tailback.app.finance.lines.FinanceSettings;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;

/** Which month a page is about. */
@Singleton
class Months {

    private static final int EARLIEST_YEAR = 2000;
    private static final int LATEST_YEAR = 2199;

    private final FinanceSettings settings;
    private final Clock clock;

    Months(FinanceSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** What is no month is this one. */
    YearMonth of(String text) {
        try {
            YearMonth month = YearMonth.parse(text);
            return month.getYear() >= EARLIEST_YEAR && month.getYear() <= LATEST_YEAR ? month : thisMonth();
        } catch (DateTimeException none) {
            return thisMonth();
        }
    }

    FinanceScope scope(YearMonth month) {
        return FinanceScope.of(month, settings.zoneId());
    }

    FinanceScope scope(String contractId) {
        return FinanceScope.of(contractId, settings.zoneId());
    }

    private YearMonth thisMonth() {
        return YearMonth.from(LocalDate.ofInstant(clock.instant(), settings.zoneId()));
    }
}
