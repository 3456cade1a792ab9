package dev.tailback.localorg.formula;

import dev.tailback.localorg.metadata.Field;
import java.util.List;
import java.util.Optional;
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
        return node(index)
                .<Optional<Node.Name>>fold(
                        Optional::of, call -> Optional.empty(), text -> Optional.empty(), Optional::empty)
                .filter(name -> name.path().size() == 1)
                .map(compiler::ownField)
                .orElseThrow(() -> wrong("takes a field of the object itself"));
    }

    /** The picklist field that an argument names, possibly inside PRIORVALUE or across a relationship. */
    Field picklistField(int index) {
        return node(index)
                .<Optional<Field>>fold(
                        name -> Optional.of(compiler.fieldAt(name)),
                        this::picklistFieldBefore,
                        text -> Optional.empty(),
                        Optional::empty)
                .orElseThrow(() -> wrong("takes a picklist field"));
    }

    private Optional<Field> picklistFieldBefore(Node.Call inner) {
        return inner.function().equals("PRIORVALUE")
                ? Optional.of(new Arguments(compiler, inner).count(1, 1).picklistField(0))
                : Optional.empty();
    }

    String literal(int index) {
        return node(index)
                .<Optional<String>>fold(
                        name -> Optional.empty(),
                        call -> Optional.empty(),
                        text -> Optional.of(text.value()),
                        Optional::empty)
                .orElseThrow(() -> wrong("takes a text in quotes here"));
    }

    Compiler compiler() {
        return compiler;
    }
}
