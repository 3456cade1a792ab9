package dev.tailback.hub.stewards;

import dev.tailback.hub.database.Transactions;
import dev.tailback.hub.records.KnownRecord;
import dev.tailback.hub.records.Records;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A steward answers whether a record and a golden record are the same thing. One transaction. */
@Singleton
public class JudgeCandidate {

    private final Transactions transactions;
    private final StewardRows rows;
    private final StewardWords words;
    private final Records records;
    private final MergeGoldens merge;

    JudgeCandidate(
            Transactions transactions, StewardRows rows, StewardWords words, Records records, MergeGoldens merge) {
        this.transactions = transactions;
        this.rows = rows;
        this.words = words;
        this.records = records;
        this.merge = merge;
    }

    /** @return whether it was still open */
    public boolean same(long candidate, Said said) {
        return judge(candidate, said, Candidate.State.SAME);
    }

    /** @return whether it was still open */
    public boolean notSame(long candidate, Said said) {
        return judge(candidate, said, Candidate.State.NOT_SAME);
    }

    private boolean judge(long id, Said said, Candidate.State answer) {
        return transactions.write(() -> {
            Optional<Candidate> open = rows.lock(id).filter(candidate -> candidate.state() == Candidate.State.OPEN);
            open.ifPresent(candidate -> {
                rows.answer(id, answer, said.who());
                answered(candidate, said, answer == Candidate.State.SAME);
            });
            return open.isPresent();
        });
    }

    private void answered(Candidate candidate, Said said, boolean isSame) {
        KnownRecord record = records.find(candidate.sourceId()).orElseThrow();
        List<KnownRecord> members = records.of(candidate.goldenId());
        words.say(record, members, isSame, said);
        Optional<UUID> own = record.golden().filter(golden -> !golden.equals(candidate.goldenId()));
        if (isSame) {
            own.ifPresent(lost -> merge.merge(candidate.goldenId(), lost, said));
        }
    }
}
