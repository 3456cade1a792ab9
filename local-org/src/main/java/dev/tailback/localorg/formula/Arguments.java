package dev.tailback.localorg.formula;

import dev.tailback.localorg.metadata.Field;
import java.util.List;
import java.util.stream.IntStream;

/** The arguments of a function call, asked for by type. */
final class Arguments {

    private final Compiler compiler;
    private final Node.Call call;

    Arguments(Compiler compiler, Node.Call call) {
        this.compiler = compiler;
        this.call = call;
    }

    int count() {
        return call.arguments().size();
    }

    FormulaException wrong(String problem) {
        return new FormulaException(call.function() + " " + problem, call.at());
    }

    Arguments count(int least, int most) {
        if (count() < least || count() > most) {
            String wanted =
                    least == most ? "" + least : most == Integer.MAX_VALUE ? least + " or more" : least + " to " + most;
            throw wrong("takes " + wanted + " arguments, not " + count());
        }
        return this;
    }

    Node node(int index) {
        return call.arguments().get(index);
    }

    Typed any(int index) {
        return compiler.compile(node(index));
    }

    Expression of(ValueType type, int index) {
        Typed typed = any(index);
        Operators.require(typed, type, call.function(), node(index).at());
        return typed.expression();
    }

    Expression text(int index) {
        return of(ValueType.TEXT, index);
    }

    Expression number(int index) {
        return of(ValueType.NUMBER, index);
    }

    Expression truth(int index) {
        return of(ValueType.BOOLEAN, index);
    }

    List<Expression> all(ValueType type) {
        return IntStream.range(0, count()).mapToObj(index -> of(type, index)).toList();
    }

    /** A field of the row itself; PRIORVALUE and ISCHANGED take nothing else. */
    Field ownField(int index) {
        if (node(index) instanceof Node.Name name && name.path().size() == 1) {
            return compiler.ownField(name);
        }
        throw wrong("takes a field of the object itself");
    }

    /** The picklist field that an argument names, possibly inside PRIORVALUE or across a relationship. */
    Field picklistField(int index) {
        Node node = node(index);
        if (node instanceof Node.Call inner && inner.function().equals("PRIORVALUE")) {
            return new Arguments(compiler, inner).count(1, 1).picklistField(0);
        }
        if (node instanceof Node.Name name) {
            return compiler.fieldAt(name);
        }
        throw wrong("takes a picklist field");
    }

    String literal(int index) {
        if (node(index) instanceof Node.Text text) {
            return text.value();
        }
        throw wrong("takes a text in quotes here");
    }

    Compiler compiler() {
        return compiler;
    }
}
