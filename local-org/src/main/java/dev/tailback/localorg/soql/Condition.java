package dev.tailback.localorg.soql;

import dev.tailback.localorg.rows.Row;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a row must satisfy. */
sealed interface Condition {

    boolean holds(Row row, Reader reader);

    /** The rows among which all that satisfy this are, where an index finds them; empty if every row must be read. */
    Optional<Collection<Row>> candidates(Candidates index);

    record All(List<Condition> parts) implements Condition {
        @Override
        public boolean holds(Row row, Reader reader) {
            for (Condition part : parts) {
                if (!part.holds(row, reader)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public Optional<Collection<Row>> candidates(Candidates index) {
            return parts.stream()
                    .map(part -> part.candidates(index))
                    .flatMap(Optional::stream)
                    .findFirst();
        }
    }

    record Any(List<Condition> parts) implements Condition {
        @Override
        public boolean holds(Row row, Reader reader) {
            return parts.stream().anyMatch(part -> part.holds(row, reader));
        }

        @Override
        public Optional<Collection<Row>> candidates(Candidates index) {
            return Optional.empty();
        }
    }

    record Not(Condition part) implements Condition {
        @Override
        public boolean holds(Row row, Reader reader) {
            return !part.holds(row, reader);
        }

        @Override
        public Optional<Collection<Row>> candidates(Candidates index) {
            return Optional.empty();
        }
    }

    record Compare(Operand operand, String operator, Literal literal) implements Condition {
        @Override
        public boolean holds(Row row, Reader reader) {
            return Comparing.holds(operand.value(row, reader), operator, literal, operand.field());
        }

        @Override
        public Optional<Collection<Row>> candidates(Candidates index) {
            return operator.equals("=") ? index.of(operand, List.of(literal)) : Optional.empty();
        }
    }

    record Like(Operand operand, Pattern pattern) implements Condition {
        @Override
        public boolean holds(Row row, Reader reader) {
            Object value = operand.value(row, reader);
            return value != null && pattern.matcher((String) value).matches();
        }

        @Override
        public Optional<Collection<Row>> candidates(Candidates index) {
            return Optional.empty();
        }
    }

    record In(Operand operand, List<Literal> literals) implements Condition {
        @Override
        public boolean holds(Row row, Reader reader) {
            Object value = operand.value(row, reader);
            for (Literal literal : literals) {
                if (Comparing.holds(value, "=", literal, operand.field())) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public Optional<Collection<Row>> candidates(Candidates index) {
            return index.of(operand, literals);
        }
    }

    /** Ids or texts that a subquery found. */
    record InSet(Operand operand, Set<Object> values) implements Condition {
        @Override
        public boolean holds(Row row, Reader reader) {
            return values.contains(operand.value(row, reader));
        }

        @Override
        public Optional<Collection<Row>> candidates(Candidates index) {
            return Optional.empty();
        }
    }

    /** At least one of the groups is picked in full; a group joins values by semicolons. */
    record Includes(Operand operand, List<List<String>> groups) implements Condition {
        @Override
        public boolean holds(Row row, Reader reader) {
            Object value = operand.value(row, reader);
            List<String> picked = value == null ? List.of() : List.of(((String) value).split(";"));
            return groups.stream().anyMatch(picked::containsAll);
        }

        @Override
        public Optional<Collection<Row>> candidates(Candidates index) {
            return Optional.empty();
        }
    }
}
