package dev.tailback.hub.suggesting;

import dev.tailback.hub.connections.MappedObject;
import dev.tailback.hub.mappings.CrmMapping;
import dev.tailback.mapping.suggestion.Confidence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A mapping with suggestions beside the lines that it has; none of these is changed. */
record Accepted(CrmMapping mapping) {

    /**
     * The first suggestion of each attribute of the mapped objects; of an entity that has no object yet, those of its
     * likeliest one.
     *
     * @return as a file; empty where nothing is mapped
     */
    String with(List<SuggestedObject> suggested) {
        CrmMapping whole = mapping;
        for (SuggestedObject object : suggested) {
            boolean isFirst = object.confidence() != Confidence.PERHAPS
                    && whole.objects().stream()
                            .noneMatch(known -> known.entity().equals(object.entity())
                                    || known.object().equals(object.object()));
            if ((object.isMapped() || isFirst) && !object.firsts().isEmpty()) {
                whole = new Accepted(whole).with(new Choice(object.entity(), object.object(), object.firsts()));
            }
        }
        return whole.objects().isEmpty() ? "" : whole.yaml();
    }

    CrmMapping with(Choice choice) {
        MappedObject before = mapping.object(choice.object())
                .orElseGet(() -> new MappedObject(choice.entity(), choice.object(), Map.of()));
        Map<String, String> fields = new HashMap<>(choice.fields());
        fields.putAll(before.fields());
        List<MappedObject> objects = new ArrayList<>(mapping.objects());
        objects.removeIf(known -> known.object().equals(choice.object()));
        objects.add(before.withFields(fields));
        return new CrmMapping(mapping.crm(), objects);
    }
}
