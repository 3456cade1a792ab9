package dev.tailback.localcrms.hubspot.search;

import java.util.Arrays;
import java.util.Optional;

/** How a filter compares. */
enum Operator {
    EQ(Operands.ONE),
    NEQ(Operands.ONE),
    LT(Operands.ONE),
    LTE(Operands.ONE),
    GT(Operands.ONE),
    GTE(Operands.ONE),
    BETWEEN(Operands.TWO),
    IN(Operands.MANY),
    NOT_IN(Operands.MANY),
    HAS_PROPERTY(Operands.NONE),
    NOT_HAS_PROPERTY(Operands.NONE),
    CONTAINS_TOKEN(Operands.ONE),
    NOT_CONTAINS_TOKEN(Operands.ONE);

    /** What stands beside an operator in a filter. */
    enum Operands {
        NONE,
        ONE,
        TWO,
        MANY
    }

    private final Operands operands;

    Operator(Operands operands) {
        this.operands = operands;
    }

    Operands operands() {
        return operands;
    }

    static Optional<Operator> of(String word) {
        return Arrays.stream(values()).filter(one -> one.name().equals(word)).findFirst();
    }
}
