package dev.tailback.crm;

/**
 * How far an object has been read. Only the connector that made it can read it; it survives restarts and new releases.
 *
 * @param text up to {@value #LONGEST} characters
 */
public record Cursor(String text) {

    public static final int LONGEST = 4_000;

    public Cursor {
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new IllegalArgumentException("a cursor has 1 to " + LONGEST + " characters");
        }
    }
}
