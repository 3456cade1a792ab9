package dev.tailback.hub.stewards;

import dev.tailback.hub.audit.Act;
import dev.tailback.hub.audit.Audit;
import dev.tailback.hub.audit.Deed;
import dev.tailback.hub.records.KnownRecord;
import dev.tailback.hub.records.Records;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** What follows from a steward's answer, in the caller's transaction. */
@Singleton
class AnswerCandidate {

    private final StewardWords words;
    private final Records records;
    private final MergeGoldens merge;
    private final Audit audit;

    AnswerCandidate(StewardWords words, Records records, MergeGoldens merge, Audit audit) {
        this.words = words;
        this.records = records;
        this.merge = merge;
        this.audit = audit;
    }

    void answered(Candidate candidate, boolean isSame, Said said) {
        KnownRecord record = records.find(candidate.sourceId()).orElseThrow();
        List<KnownRecord> members = records.of(candidate.goldenId());
        words.say(record, members, isSame, said);
        keep(candidate, record, isSame ? Deed.JUDGED_SAME : Deed.JUDGED_NOT_SAME, said);
        Optional<UUID> own = record.golden().filter(golden -> !golden.equals(candidate.goldenId()));
        if (isSame) {
            own.ifPresent(lost -> merge.merge(candidate.goldenId(), lost, said));
        }
    }

    private void keep(Candidate candidate, KnownRecord record, Deed deed, Said said) {
        Set<UUID> both = new TreeSet<>(Set.of(candidate.goldenId()));
        record.golden().ifPresent(both::add);
        audit.keep(new Act(deed, "question " + candidate.id(), both, said.who(), said.note()));
    }
}
