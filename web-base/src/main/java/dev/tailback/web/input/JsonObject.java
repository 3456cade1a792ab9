package dev.tailback.web.input;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads the fields of an object by their types, and notes whatever is wrong. It reads the tree itself, because a mapper
 * would pass over a misspelt {@code contractID}, turn {@code 1.5} or {@code "3"} into a number of units, and take a
 * {@code dryRun} of {@code "yes"} for an action.
 */
public final class JsonObject {

    private final String at;
    private final Map<String, Json> fields;
    private final FieldErrors errors;

    private JsonObject(String at, Json.Fields fields, FieldErrors errors) {
        this.at = at;
        this.fields = fields.values();
        this.errors = errors;
    }

    static JsonObject of(Json.Fields fields, Set<String> known) {
        return new JsonObject("", fields, new FieldErrors()).onlyKnown(known);
    }

    /** Empty when it is not given, or nothing can be seen of it. Without the spaces around it. */
    public Optional<String> text(String name, TextRule rule) {
        Json given = given(name);
        if (given.isNothing()) {
            return Optional.empty();
        }
        Optional<String> text = given.text().map(String::strip);
        Optional<String> objection = text.map(rule::objection).orElseGet(() -> Optional.of(upTo(rule)));
        objection.ifPresent(wrong -> wrong(name, wrong));
        return objection.isPresent() ? Optional.empty() : text.filter(some -> !some.isEmpty());
    }

    /** The same, where there must be one; an empty text stands for one that is wrong. */
    public String requiredText(String name, TextRule rule) {
        int before = errors.count();
        Optional<String> text = text(name, rule);
        if (text.isEmpty() && errors.count() == before) {
            wrong(name, "must be a text of 1 to " + rule.longest() + " characters");
        }
        return text.orElse("");
    }

    /** A day such as {@code 2026-11-30}; empty when it is not given, or wrong. */
    public Optional<LocalDate> date(String name, LocalDate from, LocalDate to) {
        Json given = given(name);
        if (given.isNothing() || given.text().filter(String::isBlank).isPresent()) {
            return Optional.empty();
        }
        Optional<LocalDate> day = given.text().flatMap(Day::of).filter(it -> !it.isBefore(from) && !it.isAfter(to));
        if (day.isEmpty()) {
            wrong(name, "must be a day from " + from + " to " + to + ", written like " + from);
        }
        return day;
    }

    /** False when it is not given. */
    public boolean flag(String name) {
        Json given = given(name);
        Optional<Boolean> flag = given.flag();
        if (flag.isEmpty() && !given.isNothing()) {
            wrong(name, "must be true or false");
        }
        return flag.orElse(false);
    }

    /** A whole number between the two, or the usual one when it is not given. */
    public int whole(String name, int from, int to, int usual) {
        return given(name).isNothing() ? usual : whole(name, from, to);
    }

    /** The same, where there must be one; the least stands for one that is wrong. */
    public int whole(String name, int from, int to) {
        WholeNumber range = new WholeNumber(from, to);
        OptionalInt number = given(name).digits().map(range::in).orElseGet(OptionalInt::empty);
        if (number.isEmpty()) {
            wrong(name, range.objection());
        }
        return number.orElse(from);
    }

    /** A list of 1 to {@code most} objects with these names; empty when it is wrong. */
    public List<JsonObject> objects(String name, int most, Set<String> known) {
        List<Json> items = given(name).items().orElse(List.of());
        if (items.isEmpty() || items.size() > most) {
            wrong(name, "must be a list of 1 to " + most + " " + name);
            return List.of();
        }
        List<JsonObject> objects = new ArrayList<>();
        for (int index = 0; index < items.size(); index++) {
            object(at + name + "[" + index + "]", items.get(index), known).ifPresent(objects::add);
        }
        return objects;
    }

    private Optional<JsonObject> object(String where, Json value, Set<String> known) {
        Optional<JsonObject> inner =
                value.fields().map(fields -> new JsonObject(where + ".", fields, errors).onlyKnown(known));
        if (inner.isEmpty()) {
            errors.add(where, "must be an object with " + words(known));
        }
        return inner;
    }

    /** A list of 1 to {@code most} texts of one line; empty when it is wrong. */
    public List<String> words(String name, int most) {
        List<Json> items = given(name).items().orElse(List.of());
        List<String> words =
                items.stream().flatMap(item -> item.text().stream()).toList();
        if (words.isEmpty() || words.size() != items.size() || words.size() > most) {
            wrong(name, "must be a list of 1 to " + most + " texts");
            return List.of();
        }
        return words;
    }

    /** Notes what is wrong with a field. @param message the end of a sentence that begins with the field's name */
    public void wrong(String name, String message) {
        errors.add(at + name, message);
    }

    /**
     * @throws dev.tailback.web.problems.Problem 400 {@code invalid} that names everything that is wrong, here and in
     *     the objects of its lists
     */
    public void refuse() {
        errors.refuse();
    }

    private JsonObject onlyKnown(Set<String> known) {
        fields.keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> wrong(Invalid.named(name), "is not known here; known are " + words(known)));
        return this;
    }

    /** Whether it is given, and not as {@code null}. */
    public boolean has(String name) {
        return !given(name).isNothing();
    }

    private Json given(String name) {
        return fields.getOrDefault(name, new Json.Nothing());
    }

    private static String upTo(TextRule rule) {
        return "must be a text of up to " + rule.longest() + " characters";
    }

    private static String words(Set<String> known) {
        return String.join(", ", new TreeSet<>(known));
    }
}
