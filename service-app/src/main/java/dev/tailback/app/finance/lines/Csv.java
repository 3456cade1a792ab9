package dev.tailback.app.finance.lines;

import dev.tailback.app.csv.Formulas;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * CSV as RFC 4180 has it, with line feeds. A text that a spreadsheet would take for a formula gets an apostrophe in
 * front, because names come from people.
 */
public final class Csv {

    private Csv() {}

    /** A text that may come from people. */
    public static String text(String text) {
        return Formulas.disarmed(text);
    }

    /** One row with its line end. */
    public static String row(Collection<String> cells, char separator) {
        return cells.stream()
                        .map(cell -> quoted(cell, separator))
                        .collect(Collectors.joining(String.valueOf(separator)))
                + "\n";
    }

    private static String quoted(String cell, char separator) {
        boolean plain = cell.chars().noneMatch(letter -> letter == separator || "\"\n\r".indexOf(letter) >= 0);
        return plain ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
    }
}
