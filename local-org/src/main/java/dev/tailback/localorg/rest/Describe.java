package dev.tailback.localorg.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.ObjectType;
import dev.tailback.localorg.metadata.Reference;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** {@code /sobjects} and {@code /sobjects/X/describe}: what programs learn about the org's objects. */
final class Describe {

    private Describe() {}

    static Reply global(Call call) {
        return Conditions.stops(call, call.org().since())
                .orElseGet(() -> Conditions.stamped(all(call), call.org().since()));
    }

    private static Reply all(Call call) {
        List<ObjectType> types = call.org().schema().objects().stream()
                .filter(type -> call.user().access().to(type).read())
                .toList();
        return Reply.ok(json -> {
            json.writeStartObject();
            json.writeStringField("encoding", "UTF-8");
            json.writeNumberField("maxBatchSize", 200);
            json.writeArrayFieldStart("sobjects");
            for (ObjectType type : types) {
                json.writeStartObject();
                ObjectFlags.write(json, call, type);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    static Reply basic(Call call, ObjectType type) {
        return Reply.ok(json -> {
            json.writeStartObject();
            json.writeObjectFieldStart("objectDescribe");
            ObjectFlags.write(json, call, type);
            json.writeEndObject();
            json.writeArrayFieldStart("recentItems");
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    static Reply full(Call call) {
        ObjectType type = call.object(1);
        Instant since = call.org().since(type);
        return Conditions.stops(call, since).orElseGet(() -> Conditions.stamped(full(call, type), since));
    }

    private static Reply full(Call call, ObjectType type) {
        return Reply.ok(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("actionOverrides");
            json.writeEndArray();
            writeChildren(json, call, type);
            json.writeBooleanField("compactLayoutable", true);
            json.writeNullField("defaultImplementation");
            json.writeNullField("extendedBy");
            json.writeNullField("extendsInterfaces");
            writeFields(json, call, type);
            json.writeNullField("implementedBy");
            json.writeNullField("implementsInterfaces");
            json.writeNullField("listviewable");
            json.writeNullField("lookupLayoutable");
            json.writeArrayFieldStart("namedLayoutInfos");
            json.writeEndArray();
            json.writeNullField("networkScopeFieldName");
            RecordTypeJson.writeAll(json, call, type);
            json.writeBooleanField("searchLayoutable", true);
            json.writeNullField("sobjectDescribeOption");
            writeScopes(json, type);
            ObjectFlags.write(json, call, type);
            json.writeEndObject();
        });
    }

    private static void writeFields(JsonGenerator json, Call call, ObjectType type) throws IOException {
        json.writeArrayFieldStart("fields");
        for (Field field : type.fields()) {
            if (call.user().access().canRead(field)) {
                FieldJson.write(json, call, field);
            }
        }
        json.writeEndArray();
    }

    private static void writeChildren(JsonGenerator json, Call call, ObjectType type) throws IOException {
        json.writeArrayFieldStart("childRelationships");
        for (Field field : call.org().schema().referencesTo(type)) {
            if (call.user().access().canRead(field)) {
                writeChild(json, field);
            }
        }
        json.writeEndArray();
    }

    private static void writeChild(JsonGenerator json, Field field) throws IOException {
        Reference reference = field.reference().orElseThrow();
        json.writeStartObject();
        json.writeBooleanField("cascadeDelete", reference.cascades());
        json.writeStringField("childSObject", field.object());
        json.writeBooleanField("deprecatedAndHidden", false);
        json.writeStringField("field", field.name());
        json.writeArrayFieldStart("junctionIdListNames");
        json.writeEndArray();
        json.writeArrayFieldStart("junctionReferenceTo");
        json.writeEndArray();
        json.writeStringField("relationshipName", reference.childName().orElse(null));
        json.writeBooleanField("restrictedDelete", reference.onDelete() == Reference.OnDelete.RESTRICT);
        json.writeEndObject();
    }

    private static void writeScopes(JsonGenerator json, ObjectType type) throws IOException {
        json.writeArrayFieldStart("supportedScopes");
        json.writeStartObject();
        json.writeStringField("label", "All " + type.pluralLabel().toLowerCase(Locale.ROOT));
        json.writeStringField("name", "everything");
        json.writeEndObject();
        json.writeEndArray();
    }
}
