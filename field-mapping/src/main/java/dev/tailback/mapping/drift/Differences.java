package dev.tailback.mapping.drift;

import dev.tailback.mapping.Idea;
import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.schema.OrgField;
import dev.tailback.mapping.schema.OrgObject.ChildRelationship;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What an org describes otherwise without breaking anything: for people who look for the cause of something else. */
record Differences(Mapping mapping, SeenSchema before, SeenSchema now) {

    Stream<Change> all() {
        return now.objects().stream()
                .flatMap(object -> before.object(object.name()).stream()
                        .flatMap(was -> Stream.concat(fields(was, object), rest(was, object))));
    }

    private Stream<Change> fields(SeenObject was, SeenObject is) {
        return is.object().fields().stream()
                .flatMap(field -> was.field(field.name()).stream()
                        .map(earlier -> new FieldChange(earlier, field))
                        .filter(change -> !change.isNone())
                        .map(change -> field(is.name(), field, change)));
    }

    private Change field(String object, OrgField field, FieldChange change) {
        Optional<Idea> read = read(object, field.name());
        String where = object + "." + field.name();
        return read.isPresent() && change.isLess()
                ? new Change(
                        Weight.LOSSY,
                        Stops.NOTHING,
                        read.get().path(),
                        where + ": " + String.join("; ", change.words()) + ". What Tailback reads there is less exact.",
                        "See whether " + read.get().meaning() + " is still right, or map another field.",
                        Optional.empty())
                : Change.harmless(where, where + ": " + String.join("; ", change.words()) + ".");
    }

    private Optional<Idea> read(String object, String field) {
        return Arrays.stream(Idea.values())
                .filter(idea -> !idea.isWritten())
                .filter(idea -> mapping.object(idea.part()).equalsIgnoreCase(object))
                .filter(idea ->
                        mapping.find(idea).filter(field::equalsIgnoreCase).isPresent())
                .findFirst();
    }

    private static Stream<Change> rest(SeenObject was, SeenObject is) {
        List<String> sentences = new ArrayList<>();
        say(sentences, " has new fields, which Tailback does not use: ", names(is), names(was));
        say(sentences, " has no more these fields: ", names(was), names(is));
        say(sentences, " has new kinds of children: ", children(is), children(was));
        say(sentences, " has no more these kinds of children: ", children(was), children(is));
        return sentences.isEmpty()
                ? Stream.empty()
                : Stream.of(Change.harmless(
                        is.name(),
                        String.join(
                                " ",
                                sentences.stream()
                                        .map(sentence -> is.name() + sentence)
                                        .toList())));
    }

    private static void say(List<String> sentences, String words, List<String> some, List<String> others) {
        List<String> only =
                some.stream().filter(name -> !others.contains(name)).distinct().toList();
        if (!only.isEmpty()) {
            sentences.add(words + Listed.of(only) + ".");
        }
    }

    private static List<String> names(SeenObject object) {
        return Stream.concat(object.object().fields().stream().map(OrgField::name), object.others().stream())
                .toList();
    }

    private static List<String> children(SeenObject object) {
        return object.object().children().stream()
                .map(ChildRelationship::object)
                .toList();
    }
}
