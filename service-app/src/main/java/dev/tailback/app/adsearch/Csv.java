package dev.tailback.app.adsearch;

import dev.tailback.app.csv.Formulas;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A row of CSV as RFC 4180 has it. What people typed gets an apostrophe in front where a spreadsheet would take it for
 * a formula.
 */
final class Csv {

    private Csv() {}

    static String row(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String cell(String text) {
        String harmless = Formulas.disarmed(text);
        boolean plain = harmless.chars().noneMatch(letter -> ",\"\r\n;\t".indexOf(letter) >= 0);
        return plain ? harmless : '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
