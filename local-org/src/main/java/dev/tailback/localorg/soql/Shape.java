package dev.tailback.localorg.soql;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.rows.Row;
import dev.tailback.localorg.wire.WireValues;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one record of an answer looks like: its fields, its parents with theirs, its children. */
final class Shape {

    private sealed interface Part {}

    private record Value(Operand operand) implements Part {}

    private record Parent(Field reference, Shape shape) implements Part {}

    private record Children(Query query, Field reference, Shape shape) implements Part {}

    private final Map<String, Part> parts = new LinkedHashMap<>();

    static Shape of(List<Query.Selected> select) {
        Shape shape = new Shape();
        for (Query.Selected selected : select) {
            if (selected instanceof Query.Column column) {
                shape.add(column);
            } else if (selected instanceof Query.Children children) {
                shape.parts.put(
                        children.name(),
                        new Children(
                                children.query(),
                                children.reference(),
                                of(children.query().select())));
            }
        }
        return shape;
    }

    private void add(Query.Column column) {
        Shape at = this;
        for (Field step : column.operand().path().steps()) {
            String name = step.reference().orElseThrow().parentName().orElseThrow();
            Part known = at.parts.get(name);
            if (known == null) {
                known = new Parent(step, new Shape());
                at.parts.put(name, known);
            }
            at = ((Parent) known).shape();
        }
        Path last = new Path(List.of(), column.operand().field());
        at.parts.put(column.name(), new Value(column.operand().of(last)));
    }

    void write(Row row, QueryOutput output) throws IOException {
        JsonGenerator json = output.json();
        json.writeStartObject();
        output.writeAttributes(row);
        for (Map.Entry<String, Part> part : parts.entrySet()) {
            json.writeFieldName(part.getKey());
            write(row, part.getValue(), output);
        }
        json.writeEndObject();
    }

    private void write(Row row, Part part, QueryOutput output) throws IOException {
        if (part instanceof Value value) {
            WireValues.write(
                    output.json(), value.operand().type(), value.operand().value(row, output.reader()));
        } else if (part instanceof Parent parent) {
            Row above = output.reader().parent(row, parent.reference());
            if (above == null) {
                output.json().writeNull();
            } else {
                parent.shape().write(above, output);
            }
        } else if (part instanceof Children children) {
            output.writeChildren(output.rows().children(children.query(), children.reference(), row), children.shape());
        }
    }
}
