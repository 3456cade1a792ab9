package dev.tailback.mapping.suggestion;

import dev.tailback.mapping.Part;
import dev.tailback.mapping.schema.OrgField;
import dev.tailback.mapping.schema.OrgObject;
import dev.tailback.mapping.schema.OrgObject.ChildRelationship;
import dev.tailback.mapping.schema.OrgSchema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Suggests objects: contracts by their names, then lines and usage among the children of the object that was chosen. */
public final class ObjectSuggestions {

    /** So many of each are enough to choose from, and so many children are worth a describe. */
    public static final int MOST = 8;

    private static final double CHILD = 0.31;
    private static final double HAS_UNITS = 0.3;
    private static final double HAS_NUMBER = 0.25;

    private static final Comparator<Weighed> BEST_FIRST =
            Comparator.comparingDouble((Weighed weighed) -> -weighed.score()).thenComparing(Weighed::object);

    private ObjectSuggestions() {}

    private record Weighed(String object, double score, List<Reason> reasons) {
        ObjectCandidate candidate() {
            return new ObjectCandidate(object, Confidence.of(score), reasons);
        }
    }

    /** @param names all objects of the org */
    public static List<ObjectCandidate> contracts(List<String> names) {
        return best(names.stream()
                .filter(ObjectNames::isOfPeople)
                .flatMap(name -> named(Part.CONTRACT, name).stream())
                .filter(weighed -> Confidence.isEnough(weighed.score())));
    }

    /** The children that are worth to be described, before {@link #children} can judge them. */
    public static List<String> worthDescribing(Part part, OrgObject parent) {
        return listable(part, parent)
                .map(ChildRelationship::object)
                .distinct()
                .filter(ObjectNames::isOfPeople)
                .map(name -> named(part, name).orElse(new Weighed(name, 0, List.of())))
                .sorted(BEST_FIRST)
                .limit(MOST)
                .map(Weighed::object)
                .toList();
    }

    /**
     * @param part the lines of a contract, or the usage of a line
     * @param parent the contract's or the line's object
     * @param described its children, as far as they are described
     */
    public static List<ObjectCandidate> children(Part part, OrgObject parent, OrgSchema described) {
        return best(listable(part, parent)
                .map(ChildRelationship::object)
                .distinct()
                .flatMap(name -> described.object(name).stream())
                .map(child -> child(part, parent, child))
                .filter(weighed -> Confidence.isEnough(weighed.score())));
    }

    /** How queries on the contract list its lines; empty where they cannot be listed. */
    public static Optional<String> listedAs(OrgObject contract, String line, Optional<String> reference) {
        return contract.children().stream()
                .filter(child -> child.object().equalsIgnoreCase(line))
                .filter(child -> reference.isEmpty()
                        || reference.filter(child.field()::equalsIgnoreCase).isPresent())
                .flatMap(child -> child.name().stream())
                .findFirst();
    }

    private static Stream<ChildRelationship> listable(Part part, OrgObject parent) {
        return parent.children().stream()
                .filter(child -> part == Part.USAGE || child.name().isPresent())
                .filter(child -> !child.object().equals(parent.name()));
    }

    private static Weighed child(Part part, OrgObject parent, OrgObject child) {
        Optional<Weighed> named = named(part, child.name()).or(() -> named(part, child.label()));
        List<Reason> reasons = new ArrayList<>(named.map(Weighed::reasons).orElse(List.of()));
        reasons.add(new Reason(Why.CHILD_OF, parent.name()));
        double score = CHILD + named.map(found -> found.score() / 2).orElse(0.0);
        Optional<OrgField> units = units(child);
        units.ifPresent(field -> reasons.add(new Reason(Why.HAS_UNITS, field.name())));
        score += units.isPresent() ? HAS_UNITS : numbers(child).findFirst().isPresent() ? HAS_NUMBER : 0;
        boolean isUseless = part == Part.USAGE && !(child.isCreateable() && child.isUpdateable());
        return new Weighed(child.name(), isUseless ? 0 : Math.min(1, score), reasons);
    }

    /** A number that is named for units. */
    private static Optional<OrgField> units(OrgObject object) {
        Vocabulary vocabulary = Vocabulary.shipped();
        Wording wording = Wording.within(vocabulary, List.of(object.name(), object.label()), Map.of());
        return numbers(object)
                .filter(field -> Stream.of(field.name(), field.label())
                        .flatMap(name -> wording.words(name).stream())
                        .anyMatch(word -> vocabulary.conceptsOf(word).contains("units")))
                .findFirst();
    }

    private static Stream<OrgField> numbers(OrgObject object) {
        return object.fields().stream()
                .filter(field -> field.type().equals("double") || field.type().equals("int"));
    }

    private static Optional<Weighed> named(Part part, String name) {
        return LastWord.of(Vocabulary.shipped(), name, Vocabulary.shipped().objectsOf(part))
                .map(last -> new Weighed(name, last.score(), List.of(new Reason(Why.SAME_WORD, last.word()))));
    }

    private static List<ObjectCandidate> best(Stream<Weighed> weighed) {
        return weighed.sorted(BEST_FIRST).limit(MOST).map(Weighed::candidate).toList();
    }
}
