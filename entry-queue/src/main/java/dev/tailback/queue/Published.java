package dev.tailback.queue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * By what the workers send, as the owner tells them. The queue does not read the text; a take names the stamp of the
 * text that it goes by, and gets nothing while the queue has another one.
 *
 * @param stamp the version and a digest of the text: another text has another stamp
 * @param text as it was written
 */
public record Published(String stamp, String text) {

    /** The stamp of a worker that has no text yet; no text has it. */
    public static final String NONE = "none";

    /** The longest text, in letters. */
    public static final int LONGEST = 64 * 1024;

    /** Of the number in a stamp: revisions above, versions below. */
    private static final long REVISION = 1_000_000_000L;

    private static final long MOST_REVISIONS = 1_000_000L;

    private static final Pattern STAMP = Pattern.compile("([0-9]{1,15})-[0-9a-f]{40}");

    /** @param version 0 for the text that the program brings along, and higher with each change */
    public static Published of(long version, String text) {
        if (version < 0 || text.isEmpty() || text.length() > LONGEST) {
            throw new IllegalArgumentException("Version " + version + " of what is published has " + text.length()
                    + " letters: it needs a version from 0 and 1 to " + LONGEST + " letters");
        }
        return new Published(version + "-" + digest(text), text);
    }

    /**
     * The same version with what is in force instead of it for a while, such as a text without some of its parts. A
     * higher revision replaces a lower one of the same version, and a higher version one with the same revision; both
     * only grow.
     *
     * @param revision 0 while nothing was ever in force instead
     */
    public static Published of(long version, long revision, String text) {
        if (version >= REVISION || revision < 0 || revision >= MOST_REVISIONS) {
            throw new IllegalArgumentException("Version " + version + ", revision " + revision + ": versions are below "
                    + REVISION + ", revisions below " + MOST_REVISIONS);
        }
        return of(revision * REVISION + version, text);
    }

    /** The version that a person put in use; less than 0 if the stamp is none of ours. */
    public long versionPutInUse() {
        return version() % REVISION;
    }

    /** By which the queue keeps the newest: revision and version as one number. Less than 0 for a stamp of others. */
    public long version() {
        Matcher stamped = STAMP.matcher(stamp);
        return stamped.matches() ? Long.parseLong(stamped.group(1)) : -1;
    }

    /** Whether stamp and text belong together, and are no longer than ours. */
    public boolean isWhole() {
        return version() >= 0 && text.length() <= LONGEST && stamp.equals(version() + "-" + digest(text));
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-1", e);
        }
    }
}
