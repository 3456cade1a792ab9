package dev.tailback.localorg.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.ObjectType;
import dev.tailback.localorg.rows.Row;
import dev.tailback.localorg.rows.Snapshot;
import dev.tailback.localorg.soql.Reader;
import dev.tailback.localorg.wire.WireValues;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A row with its fields, as a GET answers it. */
final class RowJson {

    private RowJson() {}

    /** The fields the call asks for, or all the user may read. */
    static List<Field> fields(Call call, ObjectType type) {
        return call.request()
                .param("fields")
                .map(names -> named(call, type, Arrays.asList(names.split(","))))
                .orElseGet(() -> type.fields().stream()
                        .filter(call.user().access()::canRead)
                        .toList());
    }

    static List<Field> named(Call call, ObjectType type, List<String> names) {
        return names.stream()
                .map(String::strip)
                .map(name -> type.field(name)
                        .filter(call.user().access()::canRead)
                        .orElseThrow(() -> new ApiException(
                                400,
                                "INVALID_FIELD",
                                "No such column '" + name + "' on sobject of type " + type.name())))
                .toList();
    }

    /** The row, or 304 or 412 where the call asks for one that changed or did not. */
    static Reply conditional(Call call, Row row, List<Field> fields, Snapshot snapshot) {
        return Conditions.stops(call, row.changedAt())
                .orElseGet(() -> Conditions.stamped(reply(call, row, fields, snapshot), row.changedAt()));
    }

    /** Reads the values now, so that the answer shows the rows as the snapshot has them. */
    static Reply reply(Call call, Row row, List<Field> fields, Snapshot snapshot) {
        List<Object> values = values(call, row, fields, snapshot);
        return Reply.ok(json -> write(json, call, row, fields, values));
    }

    static List<Object> values(Call call, Row row, List<Field> fields, Snapshot snapshot) {
        Reader reader = call.org().reader(snapshot, call.user());
        List<Object> values = new ArrayList<>(fields.size());
        fields.forEach(field -> values.add(reader.value(row, field)));
        return values;
    }

    static void write(JsonGenerator json, Call call, Row row, List<Field> fields, List<Object> values)
            throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("attributes");
        json.writeStringField("type", row.type().name());
        json.writeStringField(
                "url", call.versionPath() + "/sobjects/" + row.type().name() + "/" + row.id());
        json.writeEndObject();
        for (int index = 0; index < fields.size(); index++) {
            json.writeFieldName(fields.get(index).name());
            WireValues.write(json, fields.get(index).type(), values.get(index));
        }
        json.writeEndObject();
    }
}
