package dev.tailback.hub.erasure;

import dev.tailback.hub.records.Records;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Takes every value of a person away, in the caller's transaction. */
@Singleton
class EmptyPerson {

    private final ErasureRows rows;
    private final EmptyRows empty;
    private final EmptyOthers others;
    private final Records records;

    EmptyPerson(ErasureRows rows, EmptyRows empty, EmptyOthers others, Records records) {
        this.rows = rows;
        this.empty = empty;
        this.others = others;
        this.records = records;
    }

    /**
     * @param same the golden record, and those that were merged into it; all of them and their records are locked
     * @return how many rows of each kind
     */
    Map<String, String> empty(List<UUID> same) {
        String[] ids = same.stream().map(UUID::toString).toArray(String[]::new);
        same.forEach(this::sayErased);
        List<UUID> related = rows.related(ids);
        Map<String, String> emptied = new TreeMap<>();
        emptied.put("golden records", Long.toString(rows.markGoldens(ids)));
        emptied.put("records", Long.toString(rows.markRecords(ids)));
        emptied.putAll(values(ids));
        emptied.putAll(words(ids));
        emptied.put(
                "rows of others",
                Long.toString(related.stream().mapToLong(others::empty).sum()));
        return emptied;
    }

    /** In the history of what each record stood for. */
    private void sayErased(UUID golden) {
        records.of(golden).forEach(record -> records.standsFor(record, golden, "The person was erased."));
    }

    private Map<String, String> values(String[] ids) {
        empty.endObservations(ids);
        return Map.of(
                "observations", Long.toString(empty.observations(ids)),
                "facts", Long.toString(empty.facts(ids)),
                "held values", Long.toString(empty.heldValues(ids)),
                "match keys", Long.toString(empty.matchKeys(ids)),
                "words to find it by", Long.toString(empty.words(ids)),
                "decisions", Long.toString(empty.decisions(ids)),
                "outcomes", Long.toString(empty.outcomes(ids)),
                "intents", Long.toString(empty.intents(ids)),
                "creations", Long.toString(empty.creations(ids)));
    }

    /** What stewards and others wrote may hold a value. */
    private Map<String, String> words(String[] ids) {
        return Map.of(
                "questions to stewards", Long.toString(empty.candidates(ids)),
                "questions about values", Long.toString(empty.questions(ids)),
                "values of stewards", Long.toString(empty.locks(ids)),
                "notes of stewards", Long.toString(empty.stewardWords(ids)),
                "notes of merges", Long.toString(empty.merges(ids)),
                "notes of acts", Long.toString(empty.acts(ids)));
    }
}
