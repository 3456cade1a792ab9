package dev.tailback.crm.declared;

import dev.tailback.crm.declared.DeclaredCrm.Identified;
import dev.tailback.crm.declared.DeclaredCrm.Limits;
import dev.tailback.mapping.declaration.Declaration;
import dev.tailback.mapping.declaration.DeclarationInvalid;
import dev.tailback.mapping.declaration.Section;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the file of a declared CRM; everything that is wrong is said at once. */
final class ReadFile {

    private static final String FORM = "1";
    private static final int MOST_OBJECTS = 50;
    /** Only these, so that a file cannot send the program's own secrets to an address of its choice. */
    private static final String VARIABLE = "CRM_[A-Z0-9_]{1,96}";

    private static final String HEADER = "[A-Za-z][A-Za-z0-9-]{0,99}";
    private static final Duration USUAL_WAIT = Duration.ofSeconds(10);
    private static final int FASTEST = 1_000;

    private ReadFile() {}

    static DeclaredCrm of(String text) throws DeclarationInvalid {
        Declaration file = Declaration.of(text);
        Section root = file.root();
        root.only(Set.of(
                "crm", "name", "address", "access", "headers", "times", "identity", "limits", "errors", "objects"));
        if (!root.required("crm").equals(FORM)) {
            root.wrong("'crm' must be " + FORM + ": it says in which form the file is written.");
        }
        DeclaredCrm crm = new DeclaredCrm(
                root.required("name"),
                address(root),
                access(root.section("access")),
                headers(root.section("headers")),
                Lines.choice(root, "times", Times.class, Times.ISO),
                identity(root),
                limits(root.section("limits")),
                errors(root.section("errors")),
                objects(root.section("objects")));
        file.mustBeRight();
        return crm;
    }

    private static URI address(Section root) {
        String text = root.required("address");
        if (text.matches("https://[A-Za-z0-9.-]{1,250}(:\\d{1,5})?|http://(127\\.0\\.0\\.1|localhost)(:\\d{1,5})?")) {
            return URI.create(text);
        }
        root.wrong("'address' must be the beginning of every address, as https://api.example.com, without a "
                + "path; plain http is for this machine only, since a secret goes with each call.");
        return URI.create("http://127.0.0.1");
    }

    private static DeclaredAccess access(Section access) {
        String kind = access.required("kind");
        return switch (kind) {
            case "bearer" -> {
                access.only(Set.of("kind", "token"));
                yield new DeclaredAccess.Header("Authorization", "Bearer ", variable(access, "token"));
            }
            case "header" -> {
                access.only(Set.of("kind", "name", "value"));
                yield new DeclaredAccess.Header(header(access, "name"), "", variable(access, "value"));
            }
            case "basic" -> {
                access.only(Set.of("kind", "user", "password"));
                yield new DeclaredAccess.Basic(variable(access, "user"), variable(access, "password"));
            }
            case "oauth" -> {
                access.only(Set.of("kind", "tokenPath", "client", "secret", "scope"));
                yield new DeclaredAccess.OAuth(
                        Lines.path(access, "tokenPath", Set.of()),
                        variable(access, "client"),
                        variable(access, "secret"),
                        access.text("scope").orElse(""));
            }
            default -> {
                access.wrong("'kind' must be bearer, header, basic or oauth.");
                yield new DeclaredAccess.Header("Authorization", "", "");
            }
        };
    }

    private static String variable(Section access, String line) {
        String name = access.required(line);
        if (!name.isEmpty() && !name.matches(VARIABLE)) {
            access.wrong(
                    "'" + line + "' must be the name of an environment variable that begins with CRM_ and holds the "
                            + "secret, as CRM_TOKEN; the secret itself does not belong into the file.");
        }
        return name;
    }

    private static String header(Section section, String line) {
        String name = section.required(line);
        if (!name.isEmpty() && !name.matches(HEADER)) {
            section.wrong("'" + line + "' must be the name of a header.");
        }
        return name;
    }

    private static Map<String, String> headers(Section section) {
        Map<String, String> headers = new HashMap<>();
        for (String name : section.names()) {
            String value = section.required(name);
            boolean isOurs = Set.of(
                            "host",
                            "content-length",
                            "connection",
                            "authorization",
                            "accept-encoding",
                            "expect",
                            "upgrade")
                    .contains(name.toLowerCase(Locale.ROOT));
            if (isOurs || !name.matches(HEADER) || !value.matches("[ -~]{1,300}")) {
                section.wrong("a header has a name and a value of plain letters, and is none that the connector sets.");
            } else {
                headers.put(name, value);
            }
        }
        return headers;
    }

    private static Optional<Identified> identity(Section root) {
        if (!root.has("identity")) {
            return Optional.empty();
        }
        Section section = root.section("identity");
        section.only(Set.of("path", "account", "user"));
        return Optional.of(new Identified(
                Lines.path(section, "path", Set.of()),
                Lines.place(section, "account").orElse(Place.WHOLE),
                Lines.place(section, "user")));
    }

    private static Limits limits(Section section) {
        section.only(Set.of("callsPerSecond", "wait", "left"));
        int perSecond = section.has("callsPerSecond") ? section.count("callsPerSecond") : FASTEST;
        return new Limits(
                Duration.ofSeconds(1).dividedBy(Math.min(FASTEST, perSecond)),
                Lines.duration(section, "wait", USUAL_WAIT),
                section.has("left") ? Optional.of(header(section, "left")) : Optional.empty());
    }

    private static ErrorPlaces errors(Section section) {
        section.only(Set.of("code", "message", "field", "forNow", "unavailable", "gone"));
        if (!section.has("message") && !section.has("code")) {
            section.wrong(
                    "'code' or 'message' is missing: it says where in an answer an error stands, as /error/message.");
        }
        return new ErrorPlaces(
                Lines.places(section, "code"),
                Lines.places(section, "message"),
                Lines.places(section, "field"),
                new LinkedHashSet<>(section.list("forNow")),
                new LinkedHashSet<>(section.list("unavailable")),
                new LinkedHashSet<>(section.has("gone") ? section.list("gone") : List.of("404", "410")));
    }

    private static List<DeclaredObject> objects(Section section) {
        List<DeclaredObject> objects = new ArrayList<>();
        if (section.names().isEmpty() || section.names().size() > MOST_OBJECTS) {
            section.wrong("it must name 1 to " + MOST_OBJECTS + " objects.");
            return objects;
        }
        section.names().forEach(name -> objects.add(ReadObject.of(name, section.section(name))));
        return objects;
    }
}
