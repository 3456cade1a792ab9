package dev.tailback.app.finance.page;

import dev.tailback.app.finance.closing.ClosingView;
import dev.tailback.app.finance.closing.EndingContract;
import dev.tailback.app.finance.month.LockedUsageView;
import dev.tailback.app.finance.month.OpenUsage;
import dev.tailback.app.finance.statements.Preview;
import dev.tailback.app.finance.statements.StatementView;
import dev.tailback.app.layout.SyncBanner;
import dev.tailback.app.layout.Visitor;
import dev.tailback.web.problems.Problem;
import dev.tailback.web.problems.ProblemSentence;
import dev.tailback.web.texts.Texts;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finance's page of one month.
 *
 * @param live what was read from Salesforce; empty in trouble
 * @param trouble why it could not be read
 * @param ending contracts whose last day nears with entries unsent
 * @param statements the newest ones
 */
public record FinanceScreen(
        Visitor visitor,
        SyncBanner banner,
        YearMonth month,
        Optional<Live> live,
        Optional<Trouble> trouble,
        List<EndingContract> ending,
        List<ClosingView> closings,
        List<StatementView> statements,
        Note note) {

    /** What Salesforce and the ledger say now. */
    public record Live(LockedUsageView usage, OpenUsage open, Preview next) {}

    /**
     * Why something is not there, or was not done.
     *
     * @param words Salesforce's own
     */
    public record Trouble(String code, String sentence, Optional<String> words) {

        static Trouble of(Problem problem, Texts texts) {
            return new Trouble(problem.code(), ProblemSentence.of(problem, texts), ProblemSentence.theirWords(problem));
        }
    }

    /**
     * What came of the last form.
     *
     * @param refusal why it was refused, if it was
     * @param reason what was typed, to be kept after a refusal
     * @param done {@code closing} or {@code taken-back} when it was done, else empty
     */
    public record Note(Optional<Trouble> refusal, String reason, String done) {

        static final Note NONE = new Note(Optional.empty(), "", "");
    }

    /** Whether the visitor closes months and contracts. */
    public boolean closes() {
        return visitor.hasOneOf(Set.of("finance", "admin"));
    }

    /** Whether the visitor may ask contracts to close. */
    public boolean drains() {
        return visitor.hasOneOf(Set.of("finance", "admin", "operator"));
    }
}
