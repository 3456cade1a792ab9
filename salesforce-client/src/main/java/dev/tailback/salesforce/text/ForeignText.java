package dev.tailback.salesforce.text;

import java.util.regex.Pattern;

/**
 * Text that comes from outside, made fit for a page, a log line and a database: one line, of a length we chose, without
 * anything that opens a session of Salesforce, which a trigger may have put into its message.
 */
public final class ForeignText {

    private static final String CUT = "…";
    private static final String HIDDEN = "[hidden]";

    /** A session id of Salesforce, a token in JWT's form, and what follows the word Bearer. */
    private static final Pattern SECRET = Pattern.compile("00D[0-9A-Za-z]{12,15}![0-9A-Za-z._]{8,}"
            + "|eyJ[0-9A-Za-z_-]{8,}\\.[0-9A-Za-z_-]{8,}(?:\\.[0-9A-Za-z_-]*)?"
            + "|(?<=\\b[Bb]earer )[0-9A-Za-z._~+/!=-]{8,}");

    private ForeignText() {}

    /** At most that many characters; control characters and broken halves of a character become blanks. */
    public static String line(String text, int longest) {
        return oneLine(SECRET.matcher(text).replaceAll(HIDDEN), longest);
    }

    private static String oneLine(String text, int longest) {
        int length = Math.min(text.length(), longest);
        StringBuilder line = new StringBuilder(length);
        for (int at = 0; at < length; at++) {
            char letter = text.charAt(at);
            boolean pair = Character.isHighSurrogate(letter)
                    && at + 1 < length
                    && Character.isLowSurrogate(text.charAt(at + 1));
            if (pair) {
                line.append(letter).append(text.charAt(++at));
            } else {
                line.append(isUnfit(letter) ? ' ' : letter);
            }
        }
        String fit = line.toString().strip();
        return text.length() > longest ? shortened(fit, longest) : fit;
    }

    private static String shortened(String fit, int longest) {
        int end = Math.min(fit.length(), longest - CUT.length());
        boolean half = end > 0 && Character.isHighSurrogate(fit.charAt(end - 1));
        return fit.substring(0, half ? end - 1 : end) + CUT;
    }

    private static boolean isUnfit(char letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            default -> letter == '\uFFFE' || letter == '\uFFFF' || isDirection(letter);
        };
    }

    /** Signs that turn the direction of the text around them, so that it reads as something else. */
    private static boolean isDirection(char letter) {
        return letter >= '\u202A' && letter <= '\u202E' || letter >= '\u2066' && letter <= '\u2069';
    }
}
