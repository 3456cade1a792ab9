package dev.tailback.hub.stewards;

import dev.tailback.hub.entity.Source;
import dev.tailback.hub.matching.Pair;
import dev.tailback.hub.matching.StewardDecisions;
import dev.tailback.hub.records.KnownRecord;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What stewards said about pairs of records. The last word about a pair holds for ever. */
@Singleton
public class StewardWords {

    private final StewardRows rows;

    StewardWords(StewardRows rows) {
        this.rows = rows;
    }

    public StewardDecisions about(KnownRecord record) {
        Map<Boolean, Set<Pair>> said = rows.about(record.id()).stream()
                .collect(Collectors.partitioningBy(
                        StewardWord::isSame, Collectors.mapping(StewardWords::pair, Collectors.toSet())));
        return new StewardDecisions(said.getOrDefault(true, Set.of()), said.getOrDefault(false, Set.of()));
    }

    /** About a record and each of the others. */
    void say(KnownRecord record, List<KnownRecord> others, boolean isSame, Said said) {
        others.stream()
                .filter(Predicate.not(other -> other.id() == record.id()))
                .forEach(other -> rows.say(record.id(), other.id(), isSame, said.who(), said.note()));
    }

    private static Pair pair(StewardWord word) {
        return Pair.of(
                new Source(word.firstCrm(), word.firstRecord()), new Source(word.secondCrm(), word.secondRecord()));
    }
}
