package dev.tailback.hub.stewards;

import dev.tailback.hub.database.Transactions;
import jakarta.inject.Singleton;
import java.util.Optional;

/** A steward answers whether a record and a golden record are the same thing. One transaction. */
@Singleton
public class JudgeCandidate {

    private final Transactions transactions;
    private final Questions questions;
    private final AnswerCandidate answer;

    JudgeCandidate(Transactions transactions, Questions questions, AnswerCandidate answer) {
        this.transactions = transactions;
        this.questions = questions;
        this.answer = answer;
    }

    /** @return whether it was still open */
    public boolean same(long candidate, Said said) {
        return judge(candidate, said, true);
    }

    /** @return whether it was still open */
    public boolean notSame(long candidate, Said said) {
        return judge(candidate, said, false);
    }

    private boolean judge(long id, Said said, boolean isSame) {
        return transactions.write(() -> {
            Optional<Candidate> closed =
                    questions.close(id, isSame ? Candidate.State.SAME : Candidate.State.NOT_SAME, said);
            closed.ifPresent(candidate -> answer.answered(candidate, isSame, said));
            return closed.isPresent();
        });
    }
}
