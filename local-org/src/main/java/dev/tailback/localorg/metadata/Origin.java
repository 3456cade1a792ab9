package dev.tailback.localorg.metadata;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Where the value of a field comes from. */
public sealed interface Origin {

    /** One answer for each alternative. */
    <T> T fold(
            Function<Entered, T> entered,
            Function<Formula, T> formula,
            Function<RollUp, T> rollUp,
            Function<AutoNumber, T> autoNumber,
            Supplier<T> systemKept);

    /** Present if people and programs enter the value. */
    default Optional<Entered> entered() {
        return fold(
                Optional::of, it -> Optional.empty(), it -> Optional.empty(), it -> Optional.empty(), Optional::empty);
    }

    /** Present if every read computes the value. */
    default Optional<Formula> formula() {
        return fold(
                it -> Optional.empty(), Optional::of, it -> Optional.empty(), it -> Optional.empty(), Optional::empty);
    }

    /** Present if the value is kept from the details of the row. */
    default Optional<RollUp> rollUp() {
        return fold(
                it -> Optional.empty(), it -> Optional.empty(), Optional::of, it -> Optional.empty(), Optional::empty);
    }

    /** Present if the org numbers the rows. */
    default Optional<AutoNumber> autoNumber() {
        return fold(
                it -> Optional.empty(), it -> Optional.empty(), it -> Optional.empty(), Optional::of, Optional::empty);
    }

    /**
     * A person or a program enters it; the formula fills a row that is created without it.
     *
     * @param followsTheRow the formula sees what the row was given; Salesforce does so with some standard fields only
     */
    record Entered(Optional<String> initialFormula, boolean followsTheRow) implements Origin {
        public Entered(Optional<String> initialFormula) {
            this(initialFormula, false);
        }

        @Override
        public <T> T fold(
                Function<Entered, T> entered,
                Function<Formula, T> formula,
                Function<RollUp, T> rollUp,
                Function<AutoNumber, T> autoNumber,
                Supplier<T> systemKept) {
            return entered.apply(this);
        }
    }

    /** Computed at every read. */
    record Formula(String text, boolean blanksAsZero) implements Origin {
        @Override
        public <T> T fold(
                Function<Entered, T> entered,
                Function<Formula, T> formula,
                Function<RollUp, T> rollUp,
                Function<AutoNumber, T> autoNumber,
                Supplier<T> systemKept) {
            return formula.apply(this);
        }
    }

    /** Kept on the master from its details, in the transaction that changes them. */
    record RollUp(
            RollUpOperation operation, String detail, String masterField, Optional<String> summed, List<Filter> filters)
            implements Origin {
        @Override
        public <T> T fold(
                Function<Entered, T> entered,
                Function<Formula, T> formula,
                Function<RollUp, T> rollUp,
                Function<AutoNumber, T> autoNumber,
                Supplier<T> systemKept) {
            return rollUp.apply(this);
        }
    }

    /** One comparison of a roll-up's filter; all must hold. */
    record Filter(String field, FilterOperator operator, List<String> values) {}

    /** Numbered by the org, such as {@code U-{00000}}. */
    record AutoNumber(String format, int first) implements Origin {
        @Override
        public <T> T fold(
                Function<Entered, T> entered,
                Function<Formula, T> formula,
                Function<RollUp, T> rollUp,
                Function<AutoNumber, T> autoNumber,
                Supplier<T> systemKept) {
            return autoNumber.apply(this);
        }
    }

    /** Kept by the org itself: ids, audit fields, life cycle codes. */
    record SystemKept() implements Origin {
        @Override
        public <T> T fold(
                Function<Entered, T> entered,
                Function<Formula, T> formula,
                Function<RollUp, T> rollUp,
                Function<AutoNumber, T> autoNumber,
                Supplier<T> systemKept) {
            return systemKept.get();
        }
    }

    /** What a roll-up does with its details. */
    enum RollUpOperation {
        COUNT,
        SUM,
        MIN,
        MAX
    }

    /** The comparisons roll-up filters know. */
    enum FilterOperator {
        EQUALS,
        NOT_EQUAL,
        LESS_THAN,
        GREATER_THAN,
        LESS_OR_EQUAL,
        GREATER_OR_EQUAL,
        CONTAINS,
        NOT_CONTAIN,
        STARTS_WITH
    }
}
