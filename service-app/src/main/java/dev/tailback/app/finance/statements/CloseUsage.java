package dev.tailback.app.finance.statements;

import dev.tailback.app.finance.lines.FinanceScope;
import dev.tailback.app.finance.lines.LinesAsCsv;
import dev.tailback.app.finance.month.LockedMonth;
import dev.tailback.app.finance.month.ReadLockedUsage;
import dev.tailback.app.finance.statements.ComposeLines.Composed;
import dev.tailback.app.finance.statements.StatementRows.Row;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Finance closes a period or a contract. Salesforce is read and compared first, outside of any transaction; what is
 * unresolved stops it, unless a reason is given; then the statement is made, signed and written, once and for ever.
 */
@Singleton
public class CloseUsage {

    private final ReadLockedUsage locked;
    private final CloseGate gate;
    private final ComposeLines compose;
    private final WriteStatement write;
    private final Clock clock;

    CloseUsage(ReadLockedUsage locked, CloseGate gate, ComposeLines compose, WriteStatement write, Clock clock) {
        this.locked = locked;
        this.gate = gate;
        this.compose = compose;
        this.write = write;
        this.clock = clock;
    }

    /**
     * @param reason why it is closed although something is unresolved; without one that is refused
     * @return the number of the statement
     * @throws dev.tailback.web.problems.Problem 409 {@code close_unresolved}, {@code nothing_to_close},
     *     {@code closed_meanwhile}; and as {@link ReadLockedUsage#read}
     */
    public long close(FinanceScope scope, String by, Optional<String> reason) {
        Optional<Row> last = write.last();
        List<Statement> before = write.ofScope(scope);
        LockedMonth month = locked.read(scope);
        List<Unresolved> unresolved = gate.of(month);
        if (!unresolved.isEmpty() && reason.isEmpty()) {
            throw StatementProblems.unresolved(unresolved);
        }
        Composed composed = compose.compose(month, !before.isEmpty());
        if (composed.lines().isEmpty()) {
            throw StatementProblems.nothing(before);
        }
        StatementHead head = new StatementHead(
                last.map(Row::number).orElse(0L) + 1,
                scope,
                month.readAt(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                by,
                composed,
                StatementSum.of(composed.lines()),
                unresolved,
                reason,
                last.map(Row::sha256),
                Sha256.of(LinesAsCsv.write(composed.lines(), scope.zone())));
        return write.write(head);
    }

    /** What a statement made now would hold, for those who look before they close. */
    public Preview preview(FinanceScope scope) {
        return preview(locked.read(scope));
    }

    /** The same of what was just read. */
    public Preview preview(LockedMonth month) {
        List<Statement> before = write.ofScope(month.scope());
        Composed composed = compose.compose(month, !before.isEmpty());
        List<Unresolved> unresolved = gate.of(month);
        return new Preview(
                before.stream().map(StatementView::of).toList(),
                composed.lines().size(),
                composed.unchanged(),
                composed.lines().stream().limit(Preview.SHOWN).toList(),
                StatementSum.of(composed.lines()),
                unresolved.size(),
                unresolved.stream().limit(Preview.SHOWN).toList());
    }
}
