package dev.tailback.app.operator.console;

import dev.tailback.app.entries.CountsView;
import dev.tailback.app.entries.EntryCounts;
import dev.tailback.app.entries.EntryReading;
import dev.tailback.app.entries.EntrySearch;
import dev.tailback.app.entries.SearchParameter;
import dev.tailback.app.entries.Selection;
import dev.tailback.app.operator.parked.ParkedSearch;
import dev.tailback.app.operator.parked.RetryAnswer;
import dev.tailback.web.problems.Problem;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** Puts together what the page of entries shows. */
@Singleton
class EntriesScreens {

    private static final String USUAL_LIMIT = "100";

    private final EntryReading reading;
    private final EntryCounts counts;
    private final ParkedSearch parked;
    private final Clock clock;

    EntriesScreens(EntryReading reading, EntryCounts counts, ParkedSearch parked, Clock clock) {
        this.reading = reading;
        this.counts = counts;
        this.parked = parked;
        this.clock = clock;
    }

    /** @throws Problem 400 {@code invalid} */
    EntriesScreen of(Seat seat, Asked asked, int page) {
        return screen(seat, asked, page, Optional.empty(), "", USUAL_LIMIT);
    }

    EntriesScreen counted(Seat seat, Asked asked, RetryAnswer answer, String reason, String limit) {
        return screen(seat, asked, 0, Optional.of(answer), reason, limit);
    }

    /** The page again with why it was refused; a filter that cannot be read filters nothing. */
    EntriesScreen refused(Seat seat, Asked asked, Problem refusal, String reason, String limit) {
        Seat told = seat.refused(refusal);
        try {
            return screen(told, asked, 0, Optional.empty(), reason, limit);
        } catch (Problem filter) {
            EntriesScreen all = screen(told, Asked.NOTHING, 0, Optional.empty(), reason, limit);
            return new EntriesScreen(
                    told, asked, all.counts(), all.page(), all.causes(), Optional.empty(), reason, limit);
        }
    }

    private EntriesScreen screen(
            Seat seat, Asked asked, int page, Optional<RetryAnswer> counted, String reason, String limit) {
        Selection selection = asked.selection(clock);
        EntrySearch search = new EntrySearch(SearchParameter.state(asked.state()), selection, page);
        return new EntriesScreen(
                seat,
                asked,
                CountsView.of(counts.of(selection)),
                reading.search(search),
                parked.groups(selection),
                counted,
                reason,
                limit);
    }
}
