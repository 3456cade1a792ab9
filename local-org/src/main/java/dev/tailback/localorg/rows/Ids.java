package dev.tailback.localorg.rows;

import java.util.Optional;

/**
 * Record ids: three characters of the object, three of this org, nine of a number in base 62, and three that carry the
 * case of the fifteen before, so that programs that fold case still tell ids apart.
 */
public final class Ids {
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final String CHECKSUM = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
    private static final String ORG = "Lo0";
    private static final int NUMBER_AT = 6;
    private static final int SHORT = 15;

    private Ids() {}

    static String of(String keyPrefix, int number) {
        char[] id = new char[SHORT];
        keyPrefix.getChars(0, 3, id, 0);
        ORG.getChars(0, 3, id, 3);
        int rest = number;
        for (int at = SHORT - 1; at >= NUMBER_AT; at--) {
            id[at] = DIGITS.charAt(rest % 62);
            rest /= 62;
        }
        return full(new String(id));
    }

    /** The number in an id, or -1 when it is no id of this org. */
    static int number(String id) {
        if (id.length() < SHORT || !id.startsWith(ORG, 3)) {
            return -1;
        }
        long number = 0;
        for (int at = NUMBER_AT; at < SHORT; at++) {
            int digit = digit(id.charAt(at));
            number = digit < 0 ? Long.MAX_VALUE / 100 : number * 62 + digit;
        }
        return number > Integer.MAX_VALUE ? -1 : (int) number;
    }

    private static int digit(char letter) {
        if (letter >= '0' && letter <= '9') {
            return letter - '0';
        }
        if (letter >= 'A' && letter <= 'Z') {
            return letter - 'A' + 10;
        }
        return letter >= 'a' && letter <= 'z' ? letter - 'a' + 36 : -1;
    }

    /** The 18 characters of an id of 15. */
    public static String full(String id) {
        char[] full = new char[18];
        id.getChars(0, SHORT, full, 0);
        for (int group = 0; group < 3; group++) {
            int bits = 0;
            for (int bit = 0; bit < 5; bit++) {
                char letter = id.charAt(group * 5 + bit);
                bits |= letter >= 'A' && letter <= 'Z' ? 1 << bit : 0;
            }
            full[SHORT + group] = CHECKSUM.charAt(bits);
        }
        return new String(full);
    }

    /**
     * The id with its 18 characters, or empty when the text has another length, other characters or a wrong checksum.
     */
    public static Optional<String> parse(String text) {
        boolean shaped = text.length() == SHORT || text.length() == 18;
        for (int at = 0; shaped && at < text.length(); at++) {
            shaped = digit(text.charAt(at)) >= 0;
        }
        if (!shaped) {
            return Optional.empty();
        }
        String full = full(text);
        return text.length() == SHORT
                        || full.equalsIgnoreCase(text) && full.substring(15).equalsIgnoreCase(text.substring(15))
                ? Optional.of(full)
                : Optional.empty();
    }

    /** The 15 characters some messages show. */
    public static String brief(String id) {
        return id.substring(0, SHORT);
    }
}
