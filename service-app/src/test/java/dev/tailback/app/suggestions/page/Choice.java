package dev.tailback.app.suggestions.page;

import dev.tailback.mapping.Idea;
import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.Part;
import java.util.LinkedHashMap;
import java.util.Map;

/** What stands in the form of fields. */
record Choice(Map<String, String> values) {

    /** Everything as it is suggested for the objects that Tailback brings along. */
    static Choice suggested() {
        Mapping mapping = Mapping.tailback();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("seen", "0");
        values.put("contractObject", mapping.object(Part.CONTRACT));
        values.put("lineObject", mapping.object(Part.CONTRACT_PRODUCT));
        values.put("usageObject", mapping.object(Part.USAGE));
        for (Idea idea : Idea.values()) {
            values.put(idea.path(), "is:" + mapping.field(idea));
        }
        values.put("name", "Chosen");
        values.put("listedAs", mapping.listedAs());
        values.put("fulfilledWhen", String.join("\r\n", mapping.fulfilledWhen()));
        return new Choice(values);
    }

    Choice with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Choice(more);
    }

    /** Names and values, one after the other. */
    String[] fields() {
        return values.entrySet().stream()
                .flatMap(field -> java.util.stream.Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new);
    }
}
