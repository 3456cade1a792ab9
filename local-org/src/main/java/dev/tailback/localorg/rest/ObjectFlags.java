package dev.tailback.localorg.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.tailback.localorg.metadata.ObjectType;
import dev.tailback.localorg.metadata.PermissionSet.ObjectAccess;
import java.io.IOException;

/** The keys that global and single describes share. */
final class ObjectFlags {

    private ObjectFlags() {}

    static void write(JsonGenerator json, Call call, ObjectType type) throws IOException {
        ObjectAccess access = call.user().access().to(type);
        json.writeBooleanField("activateable", false);
        json.writeNullField("associateEntityType");
        json.writeNullField("associateParentEntity");
        json.writeBooleanField("createable", access.create());
        json.writeBooleanField("custom", type.isCustom());
        json.writeBooleanField("customSetting", type.isCustomSetting());
        json.writeBooleanField("deepCloneable", false);
        json.writeBooleanField("deletable", access.delete());
        json.writeBooleanField("deprecatedAndHidden", false);
        json.writeBooleanField("feedEnabled", false);
        json.writeBooleanField("hasSubtypes", false);
        json.writeBooleanField("isInterface", false);
        json.writeBooleanField("isSubtype", false);
        json.writeStringField("keyPrefix", type.keyPrefix());
        json.writeStringField("label", type.label());
        json.writeStringField("labelPlural", type.pluralLabel());
        json.writeBooleanField("layoutable", type.isWritable());
        json.writeBooleanField("mergeable", false);
        json.writeBooleanField("mruEnabled", false);
        json.writeStringField("name", type.name());
        json.writeBooleanField("queryable", true);
        json.writeBooleanField("replicateable", type.isWritable());
        json.writeBooleanField("retrieveable", true);
        json.writeBooleanField("searchable", false);
        json.writeBooleanField("triggerable", type.isWritable());
        json.writeBooleanField("undeletable", false);
        json.writeBooleanField("updateable", access.edit());
        String path = call.versionPath() + "/sobjects/" + type.name();
        json.writeObjectFieldStart("urls");
        json.writeStringField("sobject", path);
        json.writeStringField("describe", path + "/describe");
        json.writeStringField("rowTemplate", path + "/{ID}");
        json.writeEndObject();
    }
}
