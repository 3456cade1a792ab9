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

    private static final Pattern STAMP = Pattern.compile("([0-9]{1,15})-[0-9a-f]{40}");

    /** @param version 0 for the text that the program brings along, and higher with each change */
    public static Published of(long version, String text) {
        if (version < 0 || text.isEmpty() || text.length() > LONGEST) {
            throw new IllegalArgumentException("Version " + version + " of what is published has " + text.length()
                    + " letters: it needs a version from 0 and 1 to " + LONGEST + " letters");
        }
        return new Published(version + "-" + digest(text), text);
    }

    /** Less than 0 if the stamp is none of ours. */
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
