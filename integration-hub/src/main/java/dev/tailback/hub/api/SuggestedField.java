package dev.tailback.hub.api;

import dev.tailback.hub.connections.MappedObject;
import dev.tailback.hub.drift.Rename;
import dev.tailback.hub.mappings.CrmMapping;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The field that a person takes for one that went. */
record SuggestedField(String object, String attribute, String field) {

    boolean isSaidBy(Rename rename) {
        return rename.object().equals(object)
                && rename.attribute().equals(attribute)
                && rename.field().equals(field);
    }

    /** The same mapping, in which the attribute stands for this field. */
    CrmMapping in(CrmMapping mapping) {
        List<MappedObject> objects = mapping.objects().stream()
                .map(mapped -> mapped.object().equals(object) ? in(mapped) : mapped)
                .toList();
        return new CrmMapping(mapping.crm(), objects);
    }

    private MappedObject in(MappedObject mapped) {
        Map<String, String> fields = new HashMap<>(mapped.fields());
        fields.put(attribute, field);
        return mapped.withFields(fields);
    }

    @Override
    public String toString() {
        return field + " for " + attribute + " of " + object;
    }
}
