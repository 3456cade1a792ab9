package dev.tailback.mapping.check;

import dev.tailback.mapping.Condition;
import dev.tailback.mapping.FieldPath;
import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.Part;
import dev.tailback.mapping.schema.OrgField;
import dev.tailback.mapping.schema.OrgSchema;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The objects that must be described before a mapping can be judged: the three it names, and those that its paths lead
 * over. Where a relationship leads is known only once its object is described, so the caller describes and asks again
 * until nothing is new; a path has {@link FieldPath#MOST_STEPS} steps at most, and so many rounds are enough.
 */
public final class NeededObjects {

    private NeededObjects() {}

    /** All names that the mapping needs, as far as the objects described so far tell. */
    public static Set<String> of(Mapping mapping, OrgSchema described) {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (Part part : Part.values()) {
            names.add(mapping.object(part));
            paths(mapping, part).forEach(path -> names.addAll(passed(mapping.object(part), path, described)));
        }
        return names;
    }

    /** Every path that the mapping follows from this part's object, those of its conditions too. */
    static Stream<String> paths(Mapping mapping, Part part) {
        return Stream.concat(
                mapping.fields().entrySet().stream()
                        .filter(field -> field.getKey().part() == part)
                        .map(Map.Entry::getValue),
                mapping.only(part).stream().map(Condition::field));
    }

    private static Set<String> passed(String start, String path, OrgSchema described) {
        Set<String> passed = new TreeSet<>();
        String from = start;
        for (String relationship : FieldPath.of(path).relationships()) {
            List<String> targets = described
                    .object(from)
                    .flatMap(object -> object.reference(relationship))
                    .map(OrgField::referenceTo)
                    .orElse(List.of());
            if (targets.size() != 1) {
                return passed;
            }
            from = targets.get(0);
            passed.add(from);
        }
        return passed;
    }
}
