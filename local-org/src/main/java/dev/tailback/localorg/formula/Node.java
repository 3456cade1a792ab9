package dev.tailback.localorg.formula;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** A formula as it was written. */
sealed interface Node {
    int at();

    /** The value and type of this part of a formula. */
    Typed compiled(Compiler compiler);

    /** One answer for each alternative that a function may ask for by its form, and one for all other parts. */
    <T> T fold(Function<Name, T> name, Function<Call, T> call, Function<Text, T> text, Supplier<T> other);

    /** A part that a function takes only for its value. */
    sealed interface Valued extends Node {

        @Override
        default <T> T fold(Function<Name, T> name, Function<Call, T> call, Function<Text, T> text, Supplier<T> other) {
            return other.get();
        }
    }

    record Number(BigDecimal value, int at) implements Valued {

        @Override
        public Typed compiled(Compiler compiler) {
            return Typed.number(on -> value);
        }
    }

    record Text(String value, int at) implements Node {

        @Override
        public Typed compiled(Compiler compiler) {
            return Typed.text(on -> value);
        }

        @Override
        public <T> T fold(Function<Name, T> name, Function<Call, T> call, Function<Text, T> text, Supplier<T> other) {
            return text.apply(this);
        }
    }

    record Truth(boolean value, int at) implements Valued {

        @Override
        public Typed compiled(Compiler compiler) {
            return Typed.truth(on -> value);
        }
    }

    record Blank(int at) implements Valued {

        @Override
        public Typed compiled(Compiler compiler) {
            return new Typed(ValueType.BLANK, on -> null);
        }
    }

    /** A name such as {@code Contract__r.Status} or {@code $Permission.Reopen}, cut at its points. */
    record Name(List<String> path, int at) implements Node {
        String written() {
            return String.join(".", path);
        }

        @Override
        public Typed compiled(Compiler compiler) {
            return compiler.named(this);
        }

        @Override
        public <T> T fold(Function<Name, T> name, Function<Call, T> call, Function<Text, T> text, Supplier<T> other) {
            return name.apply(this);
        }
    }

    record Call(String function, List<Node> arguments, int at) implements Node {

        @Override
        public Typed compiled(Compiler compiler) {
            return compiler.called(this);
        }

        @Override
        public <T> T fold(Function<Name, T> name, Function<Call, T> call, Function<Text, T> text, Supplier<T> other) {
            return call.apply(this);
        }
    }

    record Unary(String operator, Node operand, int at) implements Valued {

        @Override
        public Typed compiled(Compiler compiler) {
            return Operators.unary(operator, compiler.compile(operand), at);
        }
    }

    record Binary(String operator, Node left, Node right, int at) implements Valued {

        @Override
        public Typed compiled(Compiler compiler) {
            return Operators.binary(operator, compiler.compile(left), compiler.compile(right), at);
        }
    }
}
