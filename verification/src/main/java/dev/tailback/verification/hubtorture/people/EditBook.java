package dev.tailback.verification.hubtorture.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Everything that people typed, as they remember it. */
public final class EditBook {
    private final List<Edit> edits = new ArrayList<>();

    public synchronized void add(Edit edit) {
        edits.add(edit);
    }

    public synchronized List<Edit> all() {
        return List.copyOf(edits);
    }

    /** Of each field that anybody edited. */
    public static Map<Field, List<Edit>> byField(List<Edit> edits) {
        return edits.stream().collect(Collectors.groupingBy(Edit::field, TreeMap::new, Collectors.toList()));
    }
}
