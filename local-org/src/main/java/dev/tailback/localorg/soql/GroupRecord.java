package dev.tailback.localorg.soql;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.tailback.localorg.metadata.FieldType;
import dev.tailback.localorg.rows.Row;
import dev.tailback.localorg.wire.WireValues;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes one group of an answer as a record of its own: what the rows have in common and what was counted. */
record GroupRecord(Query query, Reader reader) {

    private record Cell(
            String name, FieldType type, @Nullable Object value) {}

    void write(JsonGenerator json, List<Row> group) throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("attributes");
        json.writeStringField("type", "AggregateResult");
        json.writeEndObject();
        for (Cell cell : cells(group)) {
            json.writeFieldName(cell.name());
            WireValues.write(json, cell.type(), cell.value());
        }
        json.writeEndObject();
    }

    /** A column that was selected twice is written once. */
    private List<Cell> cells(List<Row> group) {
        Set<String> columns = new HashSet<>();
        return query.select().stream()
                .map(selected -> selected.fold(
                        column -> Optional.of(column)
                                .filter(it -> columns.add(it.name()))
                                .map(it -> cell(it, group)),
                        counted -> Optional.of(cell(counted, group)),
                        children -> Optional.<Cell>empty()))
                .flatMap(Optional::stream)
                .toList();
    }

    private Cell cell(Query.Column column, List<Row> group) {
        Object value = group.isEmpty() ? null : column.operand().value(group.get(0), reader);
        return new Cell(column.name(), column.operand().type(), value);
    }

    private Cell cell(Query.Counted counted, List<Row> group) {
        return new Cell(
                counted.name(), counted.aggregate().type(), counted.aggregate().over(group, reader));
    }
}
