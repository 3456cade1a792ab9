package dev.tailback.mapping.generator;

import java.util.ArrayList;
import java.util.List;

/** A custom field of an object, and what its file says. */
record FieldFile(String object, String name, List<Tag> tags) {

    static FieldFile of(String object, String name, Tag... tags) {
        return new FieldFile(object, name, List.of(tags));
    }

    String path() {
        return object + "." + name;
    }

    SourceFile file() {
        List<Tag> all = new ArrayList<>(tags);
        all.add(Tag.of("fullName", name));
        all.add(Tag.of("trackTrending", false));
        return SourceFile.below(object, "fields", name, "field", MetadataXml.of("CustomField", all));
    }
}
