package dev.tailback.localorg.metadata;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What is valid metadata and not executed here: one sentence each, and the names that others may mention all the same. */
final class LeftOut {

    private final List<String> sentences = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    void object(SourceFile file, String kind) {
        sentences.add(file.name() + ": " + kind + " are not executed, so " + file.objectName() + " is left out");
        names.add(file.objectName().toLowerCase(Locale.ROOT));
    }

    void field(SourceFile file, String problem) {
        sentences.add(file.name() + ": " + problem);
        names.add(file.objectName().toLowerCase(Locale.ROOT) + "."
                + file.componentName().toLowerCase(Locale.ROOT));
    }

    /** A standard field that is there, with settings that are not read. */
    void mentionOfStandard(SourceFile file) {
        sentences.add(file.name() + ": settings of standard fields are not executed");
    }

    /** A mention of what was left out. */
    void mention(SourceFile file, String path) {
        sentences.add(file.name() + ": mentions " + path + ", which is left out");
    }

    /** True for an object, a field {@code Object.Field}, and any field of an object that was left out. */
    boolean has(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        int dot = lower.indexOf('.');
        return names.contains(lower) || dot > 0 && names.contains(lower.substring(0, dot));
    }

    Set<String> names() {
        return Set.copyOf(names);
    }

    List<String> sentences() {
        return sentences;
    }
}
