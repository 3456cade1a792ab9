package dev.tailback.localorg.soql;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.FieldType;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a query's columns are, as the Salesforce CLI asks before it shows them: parents and children hold theirs. */
final class ColumnMetadata {

    private final String name;
    private final String shown;
    private final boolean aggregate;
    private final Optional<Field> field;
    private final Map<String, ColumnMetadata> joined = new LinkedHashMap<>();

    private ColumnMetadata(String name, String shown, boolean aggregate, Optional<Field> field) {
        this.name = name;
        this.shown = shown;
        this.aggregate = aggregate;
        this.field = field;
    }

    static void write(JsonGenerator json, Query query) throws IOException {
        Map<String, ColumnMetadata> columns = new LinkedHashMap<>();
        query.select().forEach(selected -> add(columns, selected));
        json.writeStartObject();
        json.writeArrayFieldStart("columnMetadata");
        for (ColumnMetadata column : columns.values()) {
            column.write(json);
        }
        json.writeEndArray();
        json.writeStringField("entityName", query.type().name());
        json.writeBooleanField("groupBy", !query.groupBy().isEmpty());
        json.writeBooleanField("idSelected", columns.containsKey("Id"));
        json.writeStringField("keyPrefix", query.type().keyPrefix());
        json.writeEndObject();
    }

    private static void add(Map<String, ColumnMetadata> columns, Query.Selected selected) {
        selected.fold(
                column -> addColumn(columns, column),
                counted -> add(columns, counted),
                children -> add(columns, children));
    }

    private static ColumnMetadata addColumn(Map<String, ColumnMetadata> columns, Query.Column column) {
        Map<String, ColumnMetadata> at = columns;
        for (Field step : column.operand().path().steps()) {
            String parent = step.reference().orElseThrow().parentName().orElseThrow();
            at = at.computeIfAbsent(parent, none -> new ColumnMetadata(parent, parent, false, Optional.empty())).joined;
        }
        return put(
                at,
                new ColumnMetadata(
                        column.name(),
                        column.name(),
                        false,
                        Optional.of(column.operand().field())));
    }

    private static ColumnMetadata add(Map<String, ColumnMetadata> columns, Query.Counted counted) {
        String function = counted.aggregate().function().toLowerCase(Locale.ROOT);
        String of = counted.aggregate()
                .operand()
                .map(operand -> operand.field().name())
                .orElse("");
        return put(columns, new ColumnMetadata(counted.name(), function + "(" + of + ")", true, Optional.empty()));
    }

    private static ColumnMetadata add(Map<String, ColumnMetadata> columns, Query.Children children) {
        ColumnMetadata column = new ColumnMetadata(children.name(), children.name(), true, Optional.empty());
        children.query().select().forEach(selected -> add(column.joined, selected));
        return put(columns, column);
    }

    private static ColumnMetadata put(Map<String, ColumnMetadata> columns, ColumnMetadata column) {
        columns.put(column.name, column);
        return column;
    }

    private void write(JsonGenerator json) throws IOException {
        Optional<FieldType> type = field.map(Field::type);
        json.writeStartObject();
        json.writeBooleanField("aggregate", aggregate);
        json.writeNullField("apexType");
        json.writeBooleanField(
                "booleanType", type.filter(FieldType.BOOLEAN::equals).isPresent());
        json.writeStringField("columnName", name);
        json.writeBooleanField("custom", field.filter(Field::isCustom).isPresent());
        json.writeStringField("displayName", shown);
        json.writeNullField("foreignKeyName");
        json.writeBooleanField(
                "insertable", field.filter(one -> one.writing().onCreate()).isPresent());
        json.writeArrayFieldStart("joinColumns");
        for (ColumnMetadata column : List.copyOf(joined.values())) {
            column.write(json);
        }
        json.writeEndArray();
        json.writeBooleanField("numberType", type.filter(FieldType::isNumber).isPresent());
        json.writeBooleanField("textType", type.filter(FieldType::isText).isPresent());
        json.writeBooleanField(
                "updatable", field.filter(one -> one.writing().onUpdate()).isPresent());
        json.writeEndObject();
    }
}
