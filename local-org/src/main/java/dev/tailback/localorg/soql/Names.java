package dev.tailback.localorg.soql;

import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.ObjectType;
import dev.tailback.localorg.metadata.Schema;
import dev.tailback.localorg.users.User;
import io.github.apexdevtools.apexparser.ApexParser.FieldNameContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.antlr.v4.runtime.RuleContext;

/** Finds objects and fields by name. What the user may not read does not exist. */
final class Names {
    private static final int MOST_STEPS = 5;

    private final Schema schema;
    private final User user;
    private final Syntax syntax;

    Names(Schema schema, User user, Syntax syntax) {
        this.schema = schema;
        this.user = user;
        this.syntax = syntax;
    }

    ObjectType object(FieldNameContext name) {
        return schema.object(name.getText())
                .filter(type -> user.access().to(type).read())
                .orElseThrow(() -> syntax.noObject(name, name.getText()));
    }

    /** The field behind {@code Parent__r.Name}; the object's own name or its alias may stand in front. */
    Path path(ObjectType type, String alias, FieldNameContext name) {
        List<String> parts =
                new ArrayList<>(name.soqlId().stream().map(RuleContext::getText).toList());
        if (parts.size() > 1 && isOwnName(type, alias, parts.get(0))) {
            parts.remove(0);
        }
        if (parts.size() > MOST_STEPS + 1) {
            throw syntax.wrong("INVALID_FIELD", name, "more than five levels of relationships in " + name.getText());
        }
        List<Field> steps = new ArrayList<>();
        ObjectType at = type;
        for (String part : parts.subList(0, parts.size() - 1)) {
            Field step = step(at, part, name);
            steps.add(step);
            at = schema.object(step.reference().orElseThrow().targets().get(0))
                    .orElseThrow(() -> syntax.noRelationship(name, part));
        }
        String last = parts.get(parts.size() - 1);
        return last.equalsIgnoreCase(Path.OBJECT.name()) && pointsToSeveral(steps)
                ? new Path(steps, Path.OBJECT)
                : new Path(steps, field(at, last, name));
    }

    /** An owner may be a queue in a real org, so its relationship is one to several objects, too. */
    private static boolean pointsToSeveral(List<Field> steps) {
        if (steps.isEmpty()) {
            return false;
        }
        Field last = steps.get(steps.size() - 1);
        return last.name().equals("OwnerId")
                || last.reference().orElseThrow().targets().size() > 1;
    }

    private static boolean isOwnName(ObjectType type, String alias, String part) {
        return part.equalsIgnoreCase(alias)
                || part.equalsIgnoreCase(type.name()) && type.parent(part).isEmpty();
    }

    private Field step(ObjectType type, String part, FieldNameContext name) {
        return type.parent(part)
                .filter(field -> user.access().canRead(field))
                .orElseThrow(() -> syntax.noRelationship(name, part));
    }

    private Field field(ObjectType type, String part, FieldNameContext name) {
        return type.field(part)
                .filter(field -> user.access().canRead(field))
                .orElseThrow(() -> syntax.noColumn(name, part, type.name()));
    }

    List<Field> readable(ObjectType type) {
        return type.fields().stream().filter(user.access()::canRead).toList();
    }

    /** The reference of another object behind a name such as {@code Lines__r}. */
    Field children(ObjectType type, FieldNameContext name) {
        String wanted = name.getText().toLowerCase(Locale.ROOT);
        return schema.referencesTo(type).stream()
                .filter(field -> field.reference()
                        .flatMap(reference -> reference.childName())
                        .filter(child -> child.toLowerCase(Locale.ROOT).equals(wanted))
                        .isPresent())
                .filter(field -> user.access().canRead(field))
                .findFirst()
                .orElseThrow(() -> syntax.wrong(
                        "INVALID_TYPE",
                        name,
                        "Didn't understand relationship '" + name.getText()
                                + "' in FROM part of query call. If you are attempting to use a custom relationship, be"
                                + " sure to append the '__r' after the custom relationship name. Please reference your"
                                + " WSDL or the describe call for the appropriate names."));
    }

    ObjectType known(String name) {
        return schema.known(name);
    }
}
