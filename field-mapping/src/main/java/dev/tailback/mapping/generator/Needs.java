package dev.tailback.mapping.generator;

import dev.tailback.mapping.Idea;
import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.Part;
import dev.tailback.mapping.schema.OrgObject;
import dev.tailback.mapping.schema.OrgSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The objects that a mapping leads through. */
final class Needs {

    private Needs() {}

    /** As far as what is described shows the way; what it leads to may lead on once it is described. */
    static Set<String> of(Mapping mapping, OrgSchema known) {
        Set<String> names = new TreeSet<>(mapping.objects().values());
        for (Part part : List.of(Part.CONTRACT, Part.CONTRACT_PRODUCT)) {
            known.object(mapping.object(part)).ifPresent(from -> names.addAll(passed(mapping, known, part, from)));
        }
        return names;
    }

    private static List<String> passed(Mapping mapping, OrgSchema known, Part part, OrgObject from) {
        List<String> passed = new ArrayList<>();
        for (String path : paths(mapping, part)) {
            Reached.along(known, from, path).stream()
                    .filter(reached -> path.contains("."))
                    .forEach(reached -> passed.addAll(reached.field().referenceTo()));
        }
        return passed;
    }

    /** Every path that starts at the object of a part. */
    static List<String> paths(Mapping mapping, Part part) {
        return Stream.concat(
                        Idea.of(part).stream().map(mapping::find).flatMap(Optional::stream),
                        mapping.only(part).stream().map(condition -> condition.field()))
                .toList();
    }
}
