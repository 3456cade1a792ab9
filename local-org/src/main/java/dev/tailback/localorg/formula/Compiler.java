package dev.tailback.localorg.formula;

import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.ObjectType;
import java.math.BigDecimal;
import java.util.List;

/**
 * Compiles the formulas of one object and checks names and types on the way, so that a formula that was loaded cannot
 * fail on a row for any other reason than its values.
 */
final class Compiler {

    private final ObjectType type;
    private final Names names;
    private final boolean blanksAsZero;

    Compiler(ObjectType type, Names names, boolean blanksAsZero) {
        this.type = type;
        this.names = names;
        this.blanksAsZero = blanksAsZero;
    }

    /** The same compiler for arguments that ask whether something is blank. */
    Compiler blanksKept() {
        return new Compiler(type, names, false);
    }

    Typed compile(Node node) {
        return node.compiled(this);
    }

    Typed named(Node.Name name) {
        return zeroed(names.named(type, name));
    }

    Typed called(Node.Call call) {
        return names.functions().compile(this, call);
    }

    private Typed zeroed(Typed typed) {
        if (!blanksAsZero || typed.type() != ValueType.NUMBER) {
            return typed;
        }
        Expression value = typed.expression();
        return Typed.number(on -> {
            Object number = value.evaluate(on);
            return number == null ? BigDecimal.ZERO : number;
        });
    }

    Field ownField(Node.Name name) {
        return names.field(type, name.path().get(0), name);
    }

    Field fieldAt(Node.Name name) {
        List<String> path = name.path();
        return names.field(names.typeAt(type, name), path.get(path.size() - 1), name);
    }

    Expression reading(Field field) {
        return zeroed(new Typed(ValueType.of(field.type()), names.reading(field)))
                .expression();
    }
}
