package dev.tailback.localorg.soql;

import dev.tailback.localorg.metadata.FieldType;
import dev.tailback.localorg.rows.Row;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** COUNT, SUM and their kind over a group of rows; without an operand it counts rows. */
record Aggregate(String function, Optional<Operand> operand) implements SortKey {

    /** Null is blank, such as the sum of nothing. */
    @Nullable
    Object over(List<Row> rows, Reader reader) {
        return operand.isEmpty() ? BigDecimal.valueOf(rows.size()) : over(values(operand.get(), rows, reader));
    }

    private static List<Object> values(Operand operand, List<Row> rows, Reader reader) {
        return rows.stream()
                .map(row -> operand.value(row, reader))
                .filter(Objects::nonNull)
                .toList();
    }

    private @Nullable Object over(List<Object> values) {
        return switch (function) {
            case "COUNT" -> BigDecimal.valueOf(values.size());
            case "COUNT_DISTINCT" ->
                BigDecimal.valueOf(
                        values.stream().map(Values::folded).distinct().count());
            case "SUM" -> values.isEmpty() ? null : sum(values);
            case "AVG" ->
                values.isEmpty() ? null : sum(values).divide(BigDecimal.valueOf(values.size()), MathContext.DECIMAL64);
            case "MIN" -> values.stream().min(Values::order).orElse(null);
            default -> values.stream().max(Values::order).orElse(null);
        };
    }

    private static BigDecimal sum(List<Object> values) {
        return values.stream().map(BigDecimal.class::cast).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Override
    public @Nullable Object ofGroup(List<Row> group, Reader reader) {
        return over(group, reader);
    }

    @Override
    public Operand ofRow() {
        throw new QueryException("MALFORMED_QUERY", "only groups can be ordered by " + function);
    }

    FieldType type() {
        if (operand.isEmpty() || function.startsWith("COUNT")) {
            return FieldType.INT;
        }
        return function.equals("AVG") ? FieldType.DOUBLE : operand.get().type();
    }
}
