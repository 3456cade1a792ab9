package dev.tailback.mapping.generator;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** An element of a metadata file, with a text or with more elements in Salesforce's order: full name, then by name. */
record Tag(String name, String text, List<Tag> inside) {

    private static final Comparator<Tag> ORDER =
            Comparator.comparing((Tag tag) -> !tag.name.equals("fullName")).thenComparing(Tag::name);

    Tag {
        inside = inside.stream().sorted(ORDER).toList();
    }

    static Tag of(String name, Object text) {
        return new Tag(name, String.valueOf(text), List.of());
    }

    static Tag with(String name, Tag... inside) {
        return with(name, Arrays.asList(inside));
    }

    static Tag with(String name, List<Tag> inside) {
        return new Tag(name, "", inside);
    }
}
