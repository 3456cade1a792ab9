package dev.tailback.queue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * By which objects and fields of the org the workers send, as the service app tells them. The queue does not read the
 * text.
 *
 * @param stamp the version and a digest of the text: another text has another stamp
 * @param text as an admin wrote it
 */
public record PublishedMapping(String stamp, String text) {

    /** The stamp of a worker that has no mapping yet; no mapping has it. */
    public static final String NONE = "none";

    /** The longest text, in letters. */
    public static final int LONGEST = 64 * 1024;

    private static final Pattern STAMP = Pattern.compile("([0-9]{1,15})-[0-9a-f]{40}");

    /** @param version 0 for the mapping that Tailback brings along, and higher with each change */
    public static PublishedMapping of(long version, String text) {
        if (version < 0 || text.isEmpty() || text.length() > LONGEST) {
            throw new IllegalArgumentException("Version " + version + " of the mapping has " + text.length()
                    + " letters: it needs a version from 0 and 1 to " + LONGEST + " letters");
        }
        return new PublishedMapping(version + "-" + digest(text), text);
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
