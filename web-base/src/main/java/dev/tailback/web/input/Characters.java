package dev.tailback.web.input;

import java.util.OptionalInt;

/**
 * Which characters a text from outside may hold. {@code docs/decisions/0012-which-characters-are-taken.md} says why.
 */
final class Characters {

    private Characters() {}

    /**
     * The first character that may stand in no text, if any. Line breaks and tabs may stand in a text of several lines.
     */
    static OptionalInt firstRefused(String text, boolean lines) {
        return text.codePoints()
                .filter(character -> !(lines && isLayout(character)))
                .filter(Characters::isRefused)
                .findFirst();
    }

    /** Whether a person sees anything of it. */
    static boolean anyVisible(String text) {
        return text.codePoints().anyMatch(Characters::isVisible);
    }

    /** As people write it, such as U+0000. */
    static String name(int character) {
        return String.format("U+%04X", character);
    }

    private static boolean isLayout(int character) {
        return character == '\n'
                || character == '\r'
                || character == '\t'
                || character == 0x2028
                || character == 0x2029;
    }

    private static boolean isRefused(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            default -> turnsText(character) || isNoCharacter(character);
        };
    }

    /** Makes the text around it read in another order than it is stored in. */
    private static boolean turnsText(int character) {
        return character >= 0x202A && character <= 0x202E || character >= 0x2066 && character <= 0x2069;
    }

    private static boolean isNoCharacter(int character) {
        return (character & 0xFFFE) == 0xFFFE || character >= 0xFDD0 && character <= 0xFDEF;
    }

    private static boolean isVisible(int character) {
        return !Character.isWhitespace(character)
                && !Character.isSpaceChar(character)
                && Character.getType(character) != Character.FORMAT
                && !isRefused(character)
                && !isDrawnAsNothing(character);
    }

    /**
     * Letters, marks and symbols by their type, which fonts draw as nothing: fillers, selectors, the joiner, an empty
     * Braille cell.
     */
    private static boolean isDrawnAsNothing(int character) {
        return switch (character) {
            case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0 -> true;
            default ->
                character >= 0x180B && character <= 0x180F
                        || character >= 0xFE00 && character <= 0xFE0F
                        || character >= 0xE0000 && character <= 0xE0FFF;
        };
    }
}
