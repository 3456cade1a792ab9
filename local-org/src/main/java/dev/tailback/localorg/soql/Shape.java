package dev.tailback.localorg.soql;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.rows.Row;
import dev.tailback.localorg.wire.WireValues;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one record of an answer looks like: its fields, its parents with theirs, its children. */
final class Shape {

    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final Map<String, Shape> parents = new HashMap<>();

    static Shape of(List<Query.Selected> select) {
        Shape shape = new Shape();
        // Only a group has counted values, and a group has no shape.
        select.forEach(selected -> selected.fold(shape::add, counted -> shape, shape::add));
        return shape;
    }

    private Shape add(Query.Children children) {
        parts.put(
                children.name(),
                new Children(
                        children.query(),
                        children.reference(),
                        of(children.query().select())));
        return this;
    }

    private Shape add(Query.Column column) {
        Shape at = this;
        for (Field step : column.operand().path().steps()) {
            at = at.parent(step);
        }
        Path last = new Path(List.of(), column.operand().field());
        at.parts.put(column.name(), new Value(column.operand().of(last)));
        return this;
    }

    private Shape parent(Field step) {
        String name = step.reference().orElseThrow().parentName().orElseThrow();
        return parents.computeIfAbsent(name, added -> {
            Shape shape = new Shape();
            parts.put(name, new Parent(step, shape));
            return shape;
        });
    }

    void write(Row row, QueryOutput output) throws IOException {
        JsonGenerator json = output.json();
        json.writeStartObject();
        output.writeAttributes(row);
        for (Map.Entry<String, Part> part : parts.entrySet()) {
            json.writeFieldName(part.getKey());
            part.getValue().write(row, output);
        }
        json.writeEndObject();
    }

    private sealed interface Part {
        void write(Row row, QueryOutput output) throws IOException;
    }

    private record Value(Operand operand) implements Part {
        @Override
        public void write(Row row, QueryOutput output) throws IOException {
            WireValues.write(output.json(), operand.type(), operand.value(row, output.reader()));
        }
    }

    private record Parent(Field reference, Shape shape) implements Part {
        @Override
        public void write(Row row, QueryOutput output) throws IOException {
            Optional<Row> above = output.reader().parent(row, reference);
            if (above.isEmpty()) {
                output.json().writeNull();
            } else {
                shape.write(above.get(), output);
            }
        }
    }

    private record Children(Query query, Field reference, Shape shape) implements Part {
        @Override
        public void write(Row row, QueryOutput output) throws IOException {
            output.writeChildren(output.rows().children(query, reference, row), shape);
        }
    }
}
