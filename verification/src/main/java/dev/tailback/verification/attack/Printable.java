package dev.tailback.verification.attack;

/** Text of an attack, fit for a terminal. */
final class Printable {
    private static final int LONGEST = 1_200;

    private Printable() {}

    static String of(String text) {
        StringBuilder printable = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(point -> {
            if (point >= ' ' && point < 127 || Character.isLetterOrDigit(point)) {
                printable.appendCodePoint(point);
            } else {
                printable.append("\\u{%x}".formatted(point));
            }
        });
        return printable + (text.length() > LONGEST ? " ..." : "");
    }
}
