package dev.tailback.web.input;

import java.net.URI;
import java.net.URISyntaxException;

/** Keeps a redirect on our own site: everything but a plain path of ours becomes the start page. */
public final class LocalPath {

    private LocalPath() {}

    /** @return the path as it came, or {@code /} */
    public static String of(String next) {
        boolean plain = next.startsWith("/") && !next.startsWith("//") && !next.contains("\\");
        return plain && isAddress(next) ? next : "/";
    }

    private static boolean isAddress(String next) {
        try {
            return new URI(next).getHost() == null;
        } catch (URISyntaxException notOne) {
            return false;
        }
    }
}
