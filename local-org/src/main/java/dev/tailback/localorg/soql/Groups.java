package dev.tailback.localorg.soql;

import dev.tailback.localorg.rows.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers rows into groups of equal values and keeps those HAVING asks for, in order. */
final class Groups {

    private final Query query;
    private final Reader reader;

    Groups(Query query, Reader reader) {
        this.query = query;
        this.reader = reader;
    }

    List<List<Row>> of(List<Row> rows) {
        List<List<Row>> groups = new ArrayList<>(gathered(rows));
        query.having().ifPresent(having -> groups.removeIf(group -> group.isEmpty() || !having.holds(group, reader)));
        if (!query.groupBy().isEmpty()) {
            groups.sort(comparator());
        }
        int from = Math.min(query.offset(), groups.size());
        return groups.subList(from, (int) Math.min(groups.size(), (long) from + query.limit()));
    }

    private Collection<List<Row>> gathered(List<Row> rows) {
        if (query.groupBy().isEmpty()) {
            return List.of(rows);
        }
        Map<List<Object>, List<Row>> groups = new LinkedHashMap<>();
        for (Row row : rows) {
            List<Object> key = new ArrayList<>();
            query.groupBy().forEach(operand -> key.add(Values.folded(operand.value(row, reader))));
            groups.computeIfAbsent(key, none -> new ArrayList<>()).add(row);
        }
        return groups.values();
    }

    private Comparator<List<Row>> comparator() {
        Comparator<List<Row>> all = (one, other) -> 0;
        for (Query.Order order : query.order()) {
            all = all.thenComparing(
                    group -> order.key().ofGroup(group, reader), Ordering.of(order.descending(), order.nullsLast()));
        }
        return all;
    }
}
