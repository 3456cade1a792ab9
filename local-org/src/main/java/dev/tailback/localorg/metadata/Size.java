package dev.tailback.localorg.metadata;

/**
 * How much a field holds.
 *
 * @param length characters of a text, 0 where that has no meaning
 * @param precision digits of a number in all, at most 18
 * @param scale digits right of the point; what is beyond is rounded on save without an error
 */
public record Size(int length, int precision, int scale) {

    public static final Size NONE = new Size(0, 0, 0);

    public static Size characters(int length) {
        return new Size(length, 0, 0);
    }

    public static Size digits(int precision, int scale) {
        return new Size(0, precision, scale);
    }
}
