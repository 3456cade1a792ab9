package dev.tailback.hub.scores;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.hub.database.RowsJson;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds up what was counted page by page. As large as the mappings, however many records there are. */
final class Tally {

    private record Of(String crm, String entity, String attribute) implements Comparable<Of> {

        private static final Comparator<Of> ORDER =
                Comparator.comparing(Of::crm).thenComparing(Of::entity).thenComparing(Of::attribute);

        @Override
        public int compareTo(Of other) {
            return ORDER.compare(this, other);
        }
    }

    private final List<MappedLine> lines;
    private final SortedMap<Of, Counts> counts = new TreeMap<>();

    /** @param lines what is counted; anything else is left out */
    Tally(List<MappedLine> lines) {
        this.lines = List.copyOf(lines);
    }

    void records(RecordsRow row) {
        lines.stream().filter(row::isOf).forEach(line -> add(of(line), row.counts()));
    }

    void filled(FilledRow row) {
        lines.stream().filter(row::isOf).forEach(line -> add(of(line), row.counts()));
    }

    void agreed(AgreedRow row) {
        add(new Of(row.crm(), row.entity(), row.attribute()), row.counts());
    }

    private static Of of(MappedLine line) {
        return new Of(line.crm(), line.entity(), line.attribute());
    }

    private void add(Of of, Counts some) {
        counts.merge(of, some, Counts::plus);
    }

    /** As {@link ScoreRows#append} takes them. */
    String json() {
        return RowsJson.of(counts.entrySet(), (one, row) -> write(one.getKey(), one.getValue(), row));
    }

    private static void write(Of of, Counts counts, ObjectNode row) {
        row.put("crm", of.crm())
                .put("entity", of.entity())
                .put("attribute", of.attribute())
                .put("records", counts.records())
                .put("filled", counts.filled())
                .put("refused", counts.refused())
                .put("compared", counts.compared())
                .put("agreed", counts.agreed());
        ObjectNode rules = row.putObject("refused_by");
        counts.refusedBy().forEach(rules::put);
    }
}
