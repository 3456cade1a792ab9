package dev.tailback.localorg.soql;

import dev.tailback.localorg.metadata.FieldType;
import dev.tailback.localorg.rows.Row;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Objects;

/** COUNT, SUM and their kind over a group of rows; without an operand it counts rows. */
record Aggregate(String function, Operand operand) {

    Object over(List<Row> rows, Reader reader) {
        if (operand == null) {
            return BigDecimal.valueOf(rows.size());
        }
        List<Object> values = rows.stream()
                .map(row -> operand.value(row, reader))
                .filter(Objects::nonNull)
                .toList();
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

    FieldType type() {
        if (operand == null || function.startsWith("COUNT")) {
            return FieldType.INT;
        }
        return function.equals("AVG") ? FieldType.DOUBLE : operand.type();
    }
}
