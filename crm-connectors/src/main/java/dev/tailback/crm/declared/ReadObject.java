package dev.tailback.crm.declared;

import dev.tailback.crm.declared.DeclaredObject.Changes;
import dev.tailback.crm.declared.DeclaredObject.DeclaredField;
import dev.tailback.crm.declared.DeclaredObject.Deletions;
import dev.tailback.crm.declared.DeclaredObject.Listing;
import dev.tailback.crm.declared.DeclaredObject.Request;
import dev.tailback.mapping.declaration.Section;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one object of the file. */
final class ReadObject {

    static final Set<String> TYPES = Set.of(
            "string",
            "double",
            "picklist",
            "multipicklist",
            "boolean",
            "date",
            "datetime",
            "reference",
            "phone",
            "email",
            "url",
            "textarea");

    private static final int MOST_FIELDS = 500;
    private static final int LONGEST_TEXT = 65_536;
    private static final int LARGEST_PAGE = 1_000;
    private static final Duration USUAL_OVERLAP = Duration.ofMinutes(5);
    private static final Duration USUAL_WHOLE = Duration.ofHours(24);
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH");

    private ReadObject() {}

    static DeclaredObject of(String name, Section object) {
        object.only(Set.of(
                "label",
                "id",
                "changedAt",
                "createdAt",
                "values",
                "writeTo",
                "allText",
                "emptyText",
                "fields",
                "list",
                "deletions",
                "read",
                "find",
                "create",
                "update"));
        if (!name.matches("[A-Za-z0-9_.-]{1,100}")) {
            object.wrong("the name of an object has letters, digits, '_', '.' and '-' only.");
        }
        return new DeclaredObject(
                name,
                object.text("label").orElse(name),
                required(object, "id"),
                required(object, "changedAt"),
                Lines.place(object, "createdAt"),
                Lines.place(object, "values").orElse(Place.WHOLE),
                Lines.place(object, "writeTo").orElse(Place.WHOLE),
                object.flag("allText"),
                object.flag("emptyText"),
                fields(object.section("fields")),
                changes(object.section("list")),
                deletions(object),
                request(object.section("read"), "GET", Set.of("id", "fields"), Set.of(), "record"),
                optional(object, "find", "GET", Set.of("key", "keyField", "fields")),
                optional(object, "create", "POST", Set.of()),
                optional(object, "update", "PATCH", Set.of("id")));
    }

    private static Place required(Section section, String line) {
        section.required(line);
        return Lines.place(section, line).orElse(Place.WHOLE);
    }

    private static List<DeclaredField> fields(Section section) {
        List<DeclaredField> fields = new ArrayList<>();
        if (section.names().isEmpty() || section.names().size() > MOST_FIELDS) {
            section.wrong("it must name 1 to " + MOST_FIELDS + " fields.");
            return fields;
        }
        for (String name : section.names()) {
            fields.add(
                    section.isText(name)
                            ? field(name, section.required(name), section)
                            : field(name, section.section(name)));
        }
        return fields;
    }

    private static DeclaredField field(String name, String type, Section section) {
        mustBeType(type, name, section);
        return new DeclaredField(name, name, type, LONGEST_TEXT, false, false, true, List.of(), Place.named(name));
    }

    private static DeclaredField field(String name, Section field) {
        field.only(Set.of("type", "label", "length", "required", "unique", "writable", "choices", "at"));
        String type = field.required("type");
        mustBeType(type, "type", field);
        return new DeclaredField(
                name,
                field.text("label").orElse(name),
                type,
                field.has("length") ? field.count("length") : LONGEST_TEXT,
                field.flag("required"),
                field.flag("unique"),
                !field.has("writable") || field.flag("writable"),
                field.list("choices"),
                Lines.place(field, "at").filter(at -> !at.equals(Place.WHOLE)).orElseGet(() -> Place.named(name)));
    }

    private static void mustBeType(String type, String line, Section section) {
        if (!type.isEmpty() && !TYPES.contains(type)) {
            section.wrong("'" + line + "' must be a type: "
                    + String.join(", ", TYPES.stream().sorted().toList()) + ".");
        }
    }

    private static Changes changes(Section list) {
        Set<String> more = Set.of("since", "overlap", "gone", "everythingEvery");
        Duration whole = Lines.duration(list, "everythingEvery", USUAL_WHOLE);
        if (whole.compareTo(Duration.ofMinutes(1)) < 0) {
            list.wrong("'everythingEvery' must be 1m or longer.");
        }
        return new Changes(
                listing(list, more),
                list.text("since"),
                Lines.duration(list, "overlap", USUAL_OVERLAP),
                Lines.place(list, "gone"),
                whole);
    }

    private static Optional<Deletions> deletions(Section object) {
        if (!object.has("deletions")) {
            return Optional.empty();
        }
        Section section = object.section("deletions");
        return Optional.of(new Deletions(listing(section, Set.of("at")), Lines.place(section, "at")));
    }

    private static Listing listing(Section section, Set<String> more) {
        Set<String> lines = new java.util.HashSet<>(more);
        lines.add("paging");
        return new Listing(
                request(section, "GET", Set.of("fields"), lines, "records"),
                section.has("paging") ? paging(section.section("paging")) : Paging.NONE);
    }

    private static Paging paging(Section section) {
        section.only(Set.of("kind", "parameter", "next", "size", "most", "first"));
        section.required("kind");
        Paging.Kind kind = Lines.choice(section, "kind", Paging.Kind.class, Paging.Kind.NONE);
        if (kind == Paging.Kind.NONE) {
            return Paging.NONE;
        }
        if (kind == Paging.Kind.CURSOR) {
            section.required("next");
        }
        int most = section.count("most");
        if (most > LARGEST_PAGE) {
            section.wrong("'most' must be " + LARGEST_PAGE + " at most.");
        }
        boolean isZero = section.text("first").filter("0"::equals).isPresent();
        return new Paging(
                kind,
                section.required("parameter"),
                Lines.place(section, "next"),
                section.required("size"),
                most,
                isZero ? 0 : section.has("first") ? section.count("first") : 1);
    }

    private static Optional<Request> optional(Section object, String name, String method, Set<String> blanks) {
        return object.has(name)
                ? Optional.of(request(object.section(name), method, blanks, Set.of(), "record"))
                : Optional.empty();
    }

    private static Request request(Section section, String usual, Set<String> blanks, Set<String> more, String place) {
        Set<String> lines = new java.util.HashSet<>(more);
        lines.addAll(Set.of("path", "query", "method", place));
        section.only(lines);
        String method = section.text("method").orElse(usual);
        if (!METHODS.contains(method)) {
            section.wrong("'method' must be GET, POST, PUT or PATCH.");
        }
        return new Request(
                method,
                Lines.path(section, "path", blanks),
                Lines.query(section, blanks),
                Lines.place(section, place).orElse(Place.WHOLE));
    }
}
