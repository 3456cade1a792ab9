package dev.tailback.localorg.soql;

import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.ObjectType;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A query whose names were found and may be read. */
record Query(
        ObjectType type,
        List<Selected> select,
        Optional<Condition> where,
        List<Operand> groupBy,
        Optional<GroupCondition> having,
        List<Order> order,
        int limit,
        int offset) {

    static final int UNLIMITED = Integer.MAX_VALUE;

    /** One thing a query asks for. */
    sealed interface Selected {

        /** One answer for each alternative. */
        <T> T fold(Function<Column, T> column, Function<Counted, T> counted, Function<Children, T> children);

        /** Present if it is a field. */
        default Optional<Column> column() {
            return fold(Optional::of, counted -> Optional.empty(), children -> Optional.empty());
        }

        /** True if it makes one value of many rows. */
        default boolean isCounted() {
            return fold(column -> false, counted -> true, children -> false);
        }
    }

    /** A field; {@code name} is set where a group gives it another one. */
    record Column(Operand operand, String name) implements Selected {
        @Override
        public <T> T fold(Function<Column, T> column, Function<Counted, T> counted, Function<Children, T> children) {
            return column.apply(this);
        }
    }

    record Counted(Aggregate aggregate, String name) implements Selected {
        @Override
        public <T> T fold(Function<Column, T> column, Function<Counted, T> counted, Function<Children, T> children) {
            return counted.apply(this);
        }
    }

    /** The rows of another object that point here. */
    record Children(String name, Field reference, Query query) implements Selected {
        @Override
        public <T> T fold(Function<Column, T> column, Function<Counted, T> counted, Function<Children, T> children) {
            return children.apply(this);
        }
    }

    /** Rows in order, or groups. */
    record Order(SortKey key, boolean descending, boolean nullsLast) {}

    boolean isGrouped() {
        return !groupBy.isEmpty() || select.stream().anyMatch(Selected::isCounted);
    }

    /** {@code SELECT COUNT() FROM X}: the answer is its total size. */
    boolean countsOnly() {
        return select.isEmpty();
    }
}
