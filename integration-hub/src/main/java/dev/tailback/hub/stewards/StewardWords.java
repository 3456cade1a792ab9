package dev.tailback.hub.stewards;

import dev.tailback.hub.database.RowsJson;
import dev.tailback.hub.entity.Source;
import dev.tailback.hub.matching.Pair;
import dev.tailback.hub.matching.StewardDecisions;
import dev.tailback.hub.records.KnownRecord;
import jakarta.inject.Singleton;
import java.util.HashMap;
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

    /** By the records' ids; one about which nobody said anything is not there. */
    public Map<Long, StewardDecisions> about(List<KnownRecord> records) {
        List<StewardWord> said = rows.about(
                RowsJson.numbers(records.stream().map(KnownRecord::id).toList()));
        Map<Long, StewardDecisions> about = new HashMap<>();
        if (!said.isEmpty()) {
            records.forEach(record -> about.put(
                    record.id(),
                    decisions(said.stream().filter(word -> word.isAbout(record)).toList())));
        }
        return about;
    }

    private static StewardDecisions decisions(List<StewardWord> words) {
        Map<Boolean, Set<Pair>> said = words.stream()
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
