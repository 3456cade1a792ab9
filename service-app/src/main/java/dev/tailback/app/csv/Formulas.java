package dev.tailback.app.csv;

/** A text that a spreadsheet would take for a formula gets an apostrophe in front, because texts come from people. */
public final class Formulas {

    private static final String BEGINS = "=+-@\t\r";

    private Formulas() {}

    public static String disarmed(String text) {
        boolean formula = !text.isEmpty() && BEGINS.indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }
}
