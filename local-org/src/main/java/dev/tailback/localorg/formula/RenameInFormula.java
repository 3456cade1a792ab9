package dev.tailback.localorg.formula;

import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.ObjectType;
import dev.tailback.localorg.metadata.Reference;
import dev.tailback.localorg.metadata.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds a field in a formula by what its names stand for, and gives it another name there. */
public final class RenameInFormula {

    private final Schema schema;
    private final Field field;
    private final String to;

    /**
     * @param schema as it is before
     * @param to the field's new name
     */
    public RenameInFormula(Schema schema, Field field, String to) {
        this.schema = schema;
        this.field = field;
        this.to = to;
    }

    /** The formula with the new name; one that cannot be read stays as it is. */
    public String in(String object, String formula) {
        Optional<ObjectType> type = schema.object(object);
        if (type.isEmpty()) {
            return formula;
        }
        List<Token> tokens;
        try {
            tokens = new Lexer(formula).tokens();
        } catch (FormulaException unreadable) {
            return formula;
        }
        StringBuilder text = new StringBuilder();
        int written = 0;
        for (Token token : tokens) {
            if (token.kind() == Token.Kind.NAME) {
                text.append(formula, written, token.at()).append(renamed(type.get(), token.text()));
                written = token.at() + token.text().length();
            }
        }
        return text.append(formula.substring(written)).toString();
    }

    private String renamed(ObjectType type, String name) {
        List<String> parts = new ArrayList<>(List.of(name.split("\\.")));
        switch (parts.get(0).toLowerCase(Locale.ROOT)) {
            case "$custommetadata" -> last(parts, 3);
            case "$setup" -> last(parts, 2);
            case "$user" -> across(schema.object("User"), parts, 1);
            default -> across(Optional.of(type), parts, 0);
        }
        return String.join(".", parts);
    }

    /** $Setup.Limits__c.Most__c: the object is named, and so is the field. */
    private void last(List<String> parts, int index) {
        if (parts.size() == index + 1
                && parts.get(1).equalsIgnoreCase(field.object())
                && parts.get(index).equalsIgnoreCase(field.name())) {
            parts.set(index, to);
        }
    }

    private void across(Optional<ObjectType> first, List<String> parts, int from) {
        Optional<ObjectType> at = first;
        for (int index = from; index < parts.size() && at.isPresent(); index++) {
            ObjectType here = at.get();
            String part = parts.get(index);
            boolean isLast = index == parts.size() - 1;
            if (isLast && here.name().equals(field.object()) && part.equalsIgnoreCase(field.name())) {
                parts.set(index, to);
            }
            Optional<Field> step = isLast ? Optional.empty() : here.parent(part);
            if (step.filter(field::equals).isPresent()) {
                parts.set(index, to.replaceAll("__c$", "__r"));
            }
            at = step.flatMap(Field::reference)
                    .map(Reference::targets)
                    .flatMap(targets -> schema.object(targets.get(0)));
        }
    }
}
