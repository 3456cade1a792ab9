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
        if (node instanceof Node.Number number) {
            return Typed.number(on -> number.value());
        } else if (node instanceof Node.Text text) {
            return Typed.text(on -> text.value());
        } else if (node instanceof Node.Truth truth) {
            return Typed.truth(on -> truth.value());
        } else if (node instanceof Node.Blank) {
            return new Typed(ValueType.BLANK, on -> null);
        } else if (node instanceof Node.Name name) {
            return zeroed(names.named(type, name));
        } else if (node instanceof Node.Call call) {
            return names.functions().compile(this, call);
        } else if (node instanceof Node.Unary unary) {
            return Operators.unary(unary.operator(), compile(unary.operand()), unary.at());
        }
        Node.Binary binary = (Node.Binary) node;
        return Operators.binary(binary.operator(), compile(binary.left()), compile(binary.right()), binary.at());
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
