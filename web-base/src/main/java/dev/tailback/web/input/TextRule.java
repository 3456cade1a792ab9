package dev.tailback.web.input;

import java.util.Optional;

/**
 * What a text from outside must be like.
 *
 * @param longest in characters (code points)
 * @param lines whether it may have several lines
 */
public record TextRule(int longest, boolean lines) {

    /** A text of one line, such as a title. */
    public static TextRule line(int longest) {
        return new TextRule(longest, false);
    }

    /** A text that may have several lines, such as a reason. */
    public static TextRule lines(int longest) {
        return new TextRule(longest, true);
    }

    /**
     * What is wrong with the text, as the end of a sentence that begins with the field's name. An empty text is right.
     */
    public Optional<String> objection(String text) {
        if (text.codePointCount(0, text.length()) > longest) {
            return Optional.of("must be a text of up to " + longest + " characters");
        }
        var character = Characters.firstRefused(text, lines);
        if (character.isPresent()) {
            return Optional.of(refused(character.getAsInt()));
        }
        return text.isBlank() || Characters.anyVisible(text)
                ? Optional.empty()
                : Optional.of("holds nothing one can see");
    }

    /** @return the text, where it is right @throws dev.tailback.web.problems.Problem 400 {@code invalid} */
    public String checked(String field, String text) {
        objection(text).ifPresent(objection -> {
            throw Invalid.because(field, objection);
        });
        return text;
    }

    /** The same, where there must be one. */
    public String required(String field, String text) {
        if (text.isBlank()) {
            throw Invalid.because(field, "must be a text of 1 to " + longest + " characters");
        }
        return checked(field, text);
    }

    static String refused(int character) {
        return "holds a character that is not taken here (" + Characters.name(character) + "); remove it";
    }
}
