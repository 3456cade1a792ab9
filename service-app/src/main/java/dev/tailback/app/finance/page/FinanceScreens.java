package dev.tailback.app.finance.page;

import dev.tailback.app.finance.closing.Closings;
import dev.tailback.app.finance.closing.EndingContract;
import dev.tailback.app.finance.closing.EndingContracts;
import dev.tailback.app.finance.lines.FinanceScope;
import dev.tailback.app.finance.page.FinanceScreen.Live;
import dev.tailback.app.finance.page.FinanceScreen.Note;
import dev.tailback.app.finance.page.FinanceScreen.Trouble;
import dev.tailback.app.finance.statements.Statements;
import dev.tailback.app.layout.SyncBanner;
import dev.tailback.app.layout.Visitor;
import dev.tailback.app.operator.sync.SyncReading;
import dev.tailback.salesforce.Reading;
import dev.tailback.web.input.Paging;
import dev.tailback.web.problems.Problem;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** Puts the page of a month together. What Salesforce cannot tell is missing and said so; the rest is shown. */
@Singleton
class FinanceScreens {

    private static final int NEAR_DAYS = 30;

    private final LiveMonth liveMonth;
    private final Closings closings;
    private final EndingContracts ending;
    private final Statements statements;
    private final SyncReading sync;

    FinanceScreens(
            LiveMonth liveMonth, Closings closings, EndingContracts ending, Statements statements, SyncReading sync) {
        this.liveMonth = liveMonth;
        this.closings = closings;
        this.ending = ending;
        this.statements = statements;
        this.sync = sync;
    }

    FinanceScreen of(Visitor visitor, YearMonth month, FinanceScope scope, int page, Note note) {
        Optional<Live> live = Optional.empty();
        Optional<Trouble> trouble = Optional.empty();
        try {
            live = Optional.of(liveMonth.read(scope, page));
        } catch (Problem unread) {
            trouble = Optional.of(Trouble.of(unread, visitor.texts()));
        }
        return new FinanceScreen(
                visitor,
                SyncBanner.of(sync.now()),
                month,
                live,
                trouble,
                trouble.isPresent() ? List.of() : ending(),
                closings.all(),
                Paging.shown(statements.page(0)),
                note);
    }

    private List<EndingContract> ending() {
        return ending.within(NEAR_DAYS)
                .fold(Reading.Found::value, List::of, refused -> List.of(), unavailable -> List.of());
    }
}
