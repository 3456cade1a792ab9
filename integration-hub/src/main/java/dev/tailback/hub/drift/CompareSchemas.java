package dev.tailback.hub.drift;

import dev.tailback.hub.connections.MappedObject;
import dev.tailback.mapping.drift.FieldChange;
import dev.tailback.mapping.drift.Weight;
import dev.tailback.mapping.schema.OrgField;
import dev.tailback.mapping.schema.OrgObject;
import dev.tailback.mapping.schema.OrgSchema;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything in the mapped objects that is otherwise than before, what matters most first. */
record CompareSchemas(OrgSchema before, OrgSchema now) {

    private static final int MOST = 200;
    private static final int MOST_NAMES = 10;

    List<SchemaChange> of(List<MappedObject> mapped) {
        return mapped.stream()
                .flatMap(this::of)
                .sorted(Comparator.comparing(SchemaChange::weight).reversed())
                .limit(MOST)
                .toList();
    }

    private Stream<SchemaChange> of(MappedObject mapped) {
        Optional<OrgObject> was = before.object(mapped.object());
        Optional<OrgObject> is = now.object(mapped.object());
        if (was.isPresent() && is.isPresent()) {
            return Stream.concat(
                    mapped.named().stream().sorted().flatMap(field -> field(was.get(), is.get(), field).stream()),
                    rest(mapped, was.get(), is.get()));
        }
        return was.isPresent() == is.isPresent()
                ? Stream.empty()
                : Stream.of(
                        is.isPresent()
                                ? new SchemaChange(Weight.HARMLESS, mapped.object(), "", mapped.object() + " is there.")
                                : new SchemaChange(
                                        Weight.BREAKING,
                                        mapped.object(),
                                        "",
                                        FieldVerdict.objectGone(mapped.object()).sentence()));
    }

    private static Optional<SchemaChange> field(OrgObject was, OrgObject is, String name) {
        String path = is.name() + "." + name;
        Optional<OrgField> before = was.field(name);
        Optional<OrgField> now = is.field(name);
        if (before.isPresent() && now.isEmpty()) {
            return Optional.of(new SchemaChange(
                    Weight.BREAKING,
                    is.name(),
                    name,
                    FieldVerdict.of(path, before, now).sentence()));
        }
        if (before.isEmpty()) {
            return now.map(field -> new SchemaChange(Weight.HARMLESS, is.name(), name, path + " is there."));
        }
        FieldChange change = new FieldChange(before.get(), now.get());
        return change.isNone()
                ? Optional.empty()
                : Optional.of(new SchemaChange(
                        FieldVerdict.weight(before.get(), now.get()),
                        is.name(),
                        name,
                        path + ": " + String.join("; ", change.words()) + "."));
    }

    private static Stream<SchemaChange> rest(MappedObject mapped, OrgObject was, OrgObject is) {
        Collection<String> ours = mapped.named();
        return Stream.of(
                        Optional.of(only(is, was, ours))
                                .filter(names -> !names.isEmpty())
                                .map(names ->
                                        is.name() + " has new fields, which are not mapped: " + listed(names) + "."),
                        Optional.of(only(was, is, ours))
                                .filter(names -> !names.isEmpty())
                                .map(names -> is.name() + " has no more these fields, which were not mapped: "
                                        + listed(names) + "."))
                .flatMap(Optional::stream)
                .map(sentence -> new SchemaChange(Weight.HARMLESS, is.name(), "", sentence));
    }

    private static List<String> only(OrgObject some, OrgObject others, Collection<String> mapped) {
        return some.fields().stream()
                .map(OrgField::name)
                .filter(name -> others.field(name).isEmpty() && !mapped.contains(name))
                .toList();
    }

    private static String listed(List<String> names) {
        String first = names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
        return names.size() > MOST_NAMES ? first + " and " + (names.size() - MOST_NAMES) + " more" : first;
    }
}
