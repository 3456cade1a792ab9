package dev.tailback.queue;

import java.util.Optional;
import java.util.UUID;

/**
 * Texts from Redis as the programs may use them: no longer than Tailback writes them, and only of characters that can
 * be stored and shown. For those who read payloads as well.
 */
public final class BoundedText {
    private static final int UUID_LENGTH = 36;

    private BoundedText() {}

    /** Control characters but line ends, and halves of characters, become a question mark; what is too long is cut. */
    public static String of(String text, int most) {
        if (text.length() <= most && isPlain(text)) {
            return text;
        }
        StringBuilder clean = new StringBuilder(Math.min(text.length(), most));
        for (int at = 0; at < text.length() && clean.length() < most; ) {
            int letter = text.codePointAt(at);
            at += Character.charCount(letter);
            clean.appendCodePoint(isShown(letter) ? letter : '?');
        }
        return clean.toString();
    }

    /** Whether it is an id as the systems we know write one: letters, digits, dashes and underscores. */
    public static boolean isId(String text, int most) {
        return text != null && !text.isEmpty() && text.length() <= most && isIdLetters(text);
    }

    private static boolean isIdLetters(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter >= 128 || !Character.isLetterOrDigit(letter) && letter != '-' && letter != '_') {
                return false;
            }
        }
        return true;
    }

    /** Most texts are: then no letter needs a second look, which would cost more than reading the record. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if ((letter < ' ' || letter > '~') && letter != '\n') {
                return false;
            }
        }
        return true;
    }

    /** Only as we write it ourselves: Java would read {@code 1-1-1-1-1} as a UUID too. */
    public static Optional<UUID> uuid(String key) {
        if (key.length() != UUID_LENGTH) {
            return Optional.empty();
        }
        try {
            UUID id = UUID.fromString(key);
            return id.toString().equals(key) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException noUuid) {
            return Optional.empty();
        }
    }

    private static boolean isShown(int letter) {
        int type = Character.getType(letter);
        return letter == '\n'
                || type != Character.CONTROL && type != Character.SURROGATE && type != Character.UNASSIGNED;
    }
}
