package dev.tailback.localorg.formula;

import java.math.BigDecimal;
import java.util.List;

/** A formula as it was written. */
sealed interface Node {
    int at();

    record Number(BigDecimal value, int at) implements Node {}

    record Text(String value, int at) implements Node {}

    record Truth(boolean value, int at) implements Node {}

    record Blank(int at) implements Node {}

    /** A name such as {@code Contract__r.Status} or {@code $Permission.Reopen}, cut at its points. */
    record Name(List<String> path, int at) implements Node {
        String written() {
            return String.join(".", path);
        }
    }

    record Call(String function, List<Node> arguments, int at) implements Node {}

    record Unary(String operator, Node operand, int at) implements Node {}

    record Binary(String operator, Node left, Node right, int at) implements Node {}
}
