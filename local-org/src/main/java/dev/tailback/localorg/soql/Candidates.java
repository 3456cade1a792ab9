package dev.tailback.localorg.soql;

import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.SystemFields;
import dev.tailback.localorg.rows.Row;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds by id, by parent or by key the few rows among which a query's rows are. */
record Candidates(Reader reader, boolean deletedToo) {

    /** Rows whose field has one of these values; empty if no index knows them. */
    Optional<Collection<Row>> of(Operand operand, List<Literal> literals) {
        List<Object> values =
                literals.stream().map(Literal::key).flatMap(Optional::stream).toList();
        boolean indexed = operand.isHeld() && values.size() == literals.size();
        return indexed ? lookup(operand.field()).map(lookup -> distinct(values, lookup)) : Optional.empty();
    }

    private Optional<Function<Object, Stream<Row>>> lookup(Field field) {
        if (field.index() == SystemFields.ID) {
            return Optional.of(id -> byId(field, (String) id));
        }
        if (field.reference().isPresent() && !field.name().endsWith("ById")) {
            return Optional.of(id -> reader.snapshot().children(field, (String) id).stream());
        }
        boolean exactKey = field.constraints().unique() && !deletedToo;
        return exactKey ? Optional.of(value -> reader.snapshot().byKey(field, value).stream()) : Optional.empty();
    }

    private Stream<Row> byId(Field field, String id) {
        return reader.snapshot().findAny(id).stream()
                .filter(row -> row.type().name().equals(field.object()));
    }

    private static Collection<Row> distinct(List<Object> values, Function<Object, Stream<Row>> lookup) {
        Map<String, Row> byId = new LinkedHashMap<>();
        values.stream().flatMap(lookup).forEach(row -> byId.put(row.id(), row));
        return byId.values();
    }
}
