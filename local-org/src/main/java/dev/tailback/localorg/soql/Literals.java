package dev.tailback.localorg.soql;

import dev.tailback.localorg.metadata.FieldType;
import dev.tailback.localorg.rows.Ids;
import io.github.apexdevtools.apexparser.ApexParser.ValueContext;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;

/** Turns what is written in a query into values of a field's type, and refuses what does not fit it. */
final class Literals {

    private final Syntax syntax;
    private final DateLiterals dates;

    Literals(Syntax syntax, Instant now) {
        this.syntax = syntax;
        this.dates = new DateLiterals(now);
    }

    List<Literal> list(Operand operand, ValueContext value) {
        if (value.valueList() == null) {
            return List.of(literal(operand, value));
        }
        return value.valueList().value().stream()
                .map(item -> literal(operand, item))
                .toList();
    }

    Literal literal(Operand operand, ValueContext value) {
        if (value.boundExpression() != null) {
            throw new QueryException("MALFORMED_QUERY", "unexpected token: '" + value.getText() + "'");
        }
        if (value.NULL() != null) {
            return new Literal.Exact(null);
        }
        try {
            return fitting(operand, value);
        } catch (DateTimeException | NumberFormatException e) {
            throw unfit(operand, value);
        }
    }

    private Literal fitting(Operand operand, ValueContext value) {
        return switch (operand.type()) {
            case BOOLEAN -> exact(operand, value, value.BooleanLiteral() != null, Boolean.valueOf(value.getText()));
            case INT, DOUBLE, CURRENCY, PERCENT -> number(operand, value);
            case DATE ->
                value.dateFormula() != null
                        ? dates.span(value.getText(), FieldType.DATE)
                        : new Literal.Exact(LocalDate.parse(value.getText()));
            case DATETIME ->
                value.dateFormula() != null
                        ? dates.span(value.getText(), FieldType.DATETIME)
                        : new Literal.Exact(
                                OffsetDateTime.parse(value.getText()).toInstant());
            case TIME -> new Literal.Exact(LocalTime.parse(value.getText().replaceAll("Z$", "")));
            case ID, REFERENCE -> id(operand, value);
            case STRING, TEXTAREA, EMAIL, PHONE, URL, COMBOBOX, PICKLIST, MULTIPICKLIST ->
                new Literal.Exact(text(operand, value));
        };
    }

    private Literal exact(Operand operand, ValueContext value, boolean fits, Object result) {
        if (!fits) {
            throw unfit(operand, value);
        }
        return new Literal.Exact(result);
    }

    private Literal number(Operand operand, ValueContext value) {
        if (value.signedNumber() == null) {
            throw unfit(operand, value);
        }
        return new Literal.Exact(new BigDecimal(value.getText().replaceAll("[dDlL]$", "")));
    }

    private Literal id(Operand operand, ValueContext value) {
        String text = text(operand, value);
        if (text.isEmpty()) {
            return new Literal.Exact(null);
        }
        String id = Ids.parse(text)
                .orElseThrow(() -> syntax.wrong("INVALID_QUERY_FILTER_OPERATOR", value, "invalid ID field: " + text));
        return new Literal.Exact(id);
    }

    /** The text between the quotes, with its escapes. */
    String quoted(Operand operand, ValueContext value) {
        if (value.StringLiteral() == null) {
            throw syntax.wrong(
                    "INVALID_FIELD",
                    value,
                    "value of filter criterion for field '" + operand.field().name() + "' must be of type "
                            + operand.type().word() + " and should be enclosed in quotes");
        }
        String quoted = value.StringLiteral().getText();
        return quoted.substring(1, quoted.length() - 1);
    }

    String text(Operand operand, ValueContext value) {
        return unescaped(LikePattern.unmarked(quoted(operand, value)));
    }

    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            boolean escape = letter == '\\' && at + 1 < text.length();
            plain.append(escape ? escaped(text.charAt(++at)) : letter);
        }
        return plain.toString();
    }

    /** What a letter behind a backslash means. */
    static String escaped(char letter) {
        return switch (letter) {
            case 'n', 'N' -> "\n";
            case 'r', 'R' -> "\r";
            case 't', 'T' -> "\t";
            case 'b', 'B' -> "\b";
            case 'f', 'F' -> "\f";
            default -> "" + letter;
        };
    }

    private QueryException unfit(Operand operand, ValueContext value) {
        return syntax.wrong(
                "INVALID_FIELD",
                value,
                "value of filter criterion for field '" + operand.field().name() + "' must be of type "
                        + operand.type().word() + " and should not be enclosed in quotes");
    }
}
