package dev.tailback.localorg.soql;

import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.rows.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the rows of a query: by id, by key or by parent where a condition allows it, otherwise by looking at all. */
final class FindRows {

    private final Reader reader;
    private final boolean deletedToo;

    FindRows(Reader reader, boolean deletedToo) {
        this.reader = reader;
        this.deletedToo = deletedToo;
    }

    List<Row> find(Query query) {
        List<Row> found = new ArrayList<>();
        Optional<Collection<Row>> few =
                query.where().flatMap(where -> where.candidates(new Candidates(reader, deletedToo)));
        if (few.isPresent()) {
            few.get().stream().sorted(Comparator.comparing(Row::id)).forEach(row -> addIfWanted(found, query, row));
        } else {
            reader.snapshot().each(query.type(), row -> addIfWanted(found, query, row));
        }
        return found;
    }

    List<Row> children(Query query, Field reference, Row parent) {
        List<Row> found = new ArrayList<>();
        reader.snapshot().children(reference, parent.id()).forEach(row -> addIfWanted(found, query, row));
        return arranged(query, found);
    }

    private void addIfWanted(List<Row> found, Query query, Row row) {
        boolean visible = deletedToo || !row.isDeleted();
        if (visible && query.where().map(where -> where.holds(row, reader)).orElse(true)) {
            found.add(row);
        }
    }

    /** Rows in the query's order, without those before its offset and beyond its limit. */
    List<Row> arranged(Query query, List<Row> rows) {
        List<Row> ordered = rows;
        if (!query.order().isEmpty()) {
            ordered = new ArrayList<>(rows);
            ordered.sort(comparator(query.order()));
        }
        int from = Math.min(query.offset(), ordered.size());
        int to = (int) Math.min(ordered.size(), (long) from + query.limit());
        return ordered.subList(from, to);
    }

    private Comparator<Row> comparator(List<Query.Order> orders) {
        Comparator<Row> all = (one, other) -> 0;
        for (Query.Order order : orders) {
            Operand operand = order.key().ofRow();
            all = all.thenComparing(
                    row -> operand.value(row, reader), Ordering.of(order.descending(), order.nullsLast()));
        }
        return all;
    }
}
