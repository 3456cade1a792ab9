package dev.tailback.app.signin;

import java.net.URI;
import java.net.URISyntaxException;

/** Keeps a redirect on our own site: everything but a plain path of ours becomes the start page. */
final class LocalPath {

    private LocalPath() {}

    static String of(String next) {
        boolean plain = next != null && next.startsWith("/") && !next.startsWith("//") && !next.contains("\\");
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
