package dev.tailback.hub.versions;

/**
 * Who changes something, and why.
 *
 * @param who the account, 200 letters at most
 * @param note what others should know, 2,000 letters at most; may be empty
 */
public record Author(String who, String note) {

    /** What the program does by itself, before anyone was there. */
    public static final Author HUB = new Author("hub", "The beginning.");
}
