package dev.tailback.app.finance.page;

import dev.tailback.app.finance.lines.FinanceScope;
import dev.tailback.app.finance.month.LockedMonth;
import dev.tailback.app.finance.month.LockedUsageView;
import dev.tailback.app.finance.month.ReadLockedUsage;
import dev.tailback.app.finance.month.ReadOpenUsage;
import dev.tailback.app.finance.page.FinanceScreen.Live;
import dev.tailback.app.finance.statements.CloseUsage;
import jakarta.inject.Singleton;

/** Reads once from Salesforce what the page of a month shows. */
@Singleton
class LiveMonth {

    private final ReadLockedUsage locked;
    private final ReadOpenUsage open;
    private final CloseUsage close;

    LiveMonth(ReadLockedUsage locked, ReadOpenUsage open, CloseUsage close) {
        this.locked = locked;
        this.open = open;
        this.close = close;
    }

    /** @throws dev.tailback.web.problems.Problem as {@link ReadLockedUsage#read} */
    Live read(FinanceScope scope, int page) {
        LockedMonth month = locked.read(scope);
        return new Live(LockedUsageView.of(month, page), open.read(scope, month.contracts()), close.preview(month));
    }
}
